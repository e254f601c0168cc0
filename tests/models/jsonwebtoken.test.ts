import { jsonwebtoken } from '../../src/models/jsonwebtoken.ts';
import { describeModel, flow, mark, sink, source } from './harness.ts';

describeModel(jsonwebtoken, "import jwt from 'jsonwebtoken';", [
  source('error', 'verify[2..3](0)', 'jwt.verify(token, key, (error) => SINK(error));', 'jwt.verify(token, key, (_, user) => SINK(user));'),
  sink('token', 'sign[1]', 'jwt.sign({}, INPUT);', 'jwt.sign({}, "x");'),
  sink('token', 'sign[0].jti', 'jwt.sign({ jti: INPUT }, key);', 'jwt.sign({ jti: "x" }, key);'),
  flow('decode[0] -> ()', 'SINK(jwt.decode(INPUT).sub);', 'SINK(jwt.verify(INPUT, key).sub);'),
  mark('decodes', 'exports.decode[0]', 'jwt.decode("x");', 'jwt.verify("x");'),
  mark('verifies', 'exports.verify[0]', 'jwt.verify("x");', 'jwt.decode("x");'),
  mark('verificationKey', 'exports.verify[1]', 'jwt.verify(token, "x");', 'jwt.sign({}, "x");'),
  mark('algorithms', 'exports.verify[2].algorithms', 'jwt.verify(token, key, { algorithms: "x" });', 'jwt.verify(token, key, {});'),
  mark('expired', 'exports.verify[2].ignoreExpiration', 'jwt.verify(token, key, { ignoreExpiration: true });', 'jwt.verify(token, key, {});'),
  mark('openAlgorithms', 'exports.verify', 'jwt.verify(token, key);', 'jwt.verify(token, key, { algorithms });'),
  mark('defaultAlgorithms', 'exports.verify', 'jwt.verify(token, key);', 'jwt.verify(token, key, { algorithms });'),
  mark('credential', 'exports.{sign,verify}[1]', 'jwt.EACH(x, "x");', 'jwt.EACH("x", key);'),
  mark('errorFirst', 'exports.{sign,verify}', 'jwt.EACH(a, b, () => work());'),
]);
