import { cookieSignature } from '../../src/models/cookie-signature.ts';
import { describeModel, flow, mark } from './harness.ts';

describeModel(cookieSignature, "import cookie from 'cookie-signature';", [
  flow('exports.sign[0] -> ()', 'SINK(cookie.sign(INPUT, key));'),
  flow('exports.unsign[0] -> ()', 'SINK(cookie.unsign(INPUT, key));'),
  mark('credential', 'exports.{sign,unsign}[1]', 'cookie.EACH(text, "x");', 'cookie.EACH("x", key);'),
]);
