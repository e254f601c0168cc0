import { jwtDecode } from '../../src/models/jwt-decode.ts';
import { describeModel, flow, mark } from './harness.ts';

describeModel(jwtDecode, "import old, { jwtDecode } from 'jwt-decode';", [
  flow('exports[0] -> ()', 'SINK(old(INPUT).sub);'),
  flow('exports.jwtDecode[0] -> ()', 'SINK(jwtDecode(INPUT).sub);'),
  mark('decodes', 'exports[0]', 'old("x");'),
  mark('decodes', 'exports.jwtDecode[0]', 'jwtDecode("x");'),
]);
