import { jose } from '../../src/models/jose.ts';
import { describeModel, flow, mark, way } from './harness.ts';

describeModel(jose, "import * as jose from 'jose';", [
  flow('exports.{decodeJwt,decodeProtectedHeader}[0] -> ()', 'SINK(jose.EACH(INPUT).sub);'),
  mark('decodes', 'exports.decodeJwt[0]', 'jose.decodeJwt("x");', 'jose.decodeProtectedHeader("x");'),
  mark('decodes', 'exports.UnsecuredJWT.decode[0]', 'jose.UnsecuredJWT.decode("x");'),
  mark('verifies', 'exports.{jwtVerify,compactVerify,flattenedVerify,generalVerify}[0]', 'jose.EACH("x", key);'),
  way('Builder', 'exports.SignJWT()', 'new jose.SignJWT({}).sign("x");'),
  way('Builder', 'Builder.*()', 'new jose.SignJWT({}).setIssuedAt().sign("x");'),
  mark('credential', 'Builder.sign[0]', 'new jose.SignJWT({}).setIssuedAt().sign("x");'),
  mark('credential', 'exports.jwtVerify[1]', 'jose.jwtVerify(token, "x");'),
]);
