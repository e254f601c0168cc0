import { nestJwt } from '../../src/models/nest-jwt.ts';
import { describeModel, flow, mark, way } from './harness.ts';

describeModel(nestJwt, "import { JwtService, JwtModule } from '@nestjs/jwt'; const jwts = new JwtService({});", [
  way('Service', 'exports.JwtService()', 'SINK(new JwtService({}).decode(INPUT).sub);'),
  way('Service', ':JwtService', 'export const f = (one: JwtService) => SINK(one.decode(INPUT).sub);'),
  flow('Service.decode[0] -> ()', 'SINK(jwts.decode(INPUT).sub);'),
  mark('decodes', 'Service.decode[0]', 'jwts.decode("x");'),
  mark('verifies', 'Service.{verify,verifyAsync}[0]', 'jwts.EACH("x");'),
  mark('algorithms', 'Service.{verify,verifyAsync}[1].algorithms', 'jwts.EACH(token, { algorithms: "x" });'),
  mark('expired', 'Service.{verify,verifyAsync}[1].ignoreExpiration', 'jwts.EACH(token, { ignoreExpiration: true });'),
  mark('credential', 'exports.JwtModule.register[0].secret', 'JwtModule.register({ secret: "x" });'),
]);
