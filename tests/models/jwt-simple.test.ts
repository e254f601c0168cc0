import { jwtSimple } from '../../src/models/jwt-simple.ts';
import { describeModel, flow, mark } from './harness.ts';

describeModel(jwtSimple, "import jwt from 'jwt-simple';", [
  flow('decode[0] -> ()', 'SINK(jwt.decode(INPUT, key).sub);'),
  mark('decodes', 'exports.decode[0]', 'jwt.decode("x", key, true);', 'jwt.decode("x", key);'),
  mark('verifies', 'exports.decode[0]', 'jwt.decode("x", key);', 'jwt.decode("x", key, true);'),
  mark('credential', 'exports.{encode,decode}[1]', 'jwt.EACH(x, "x");', 'jwt.EACH("x", key);'),
]);
