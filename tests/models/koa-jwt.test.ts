import { koaJwt } from '../../src/models/koa-jwt.ts';
import { describeModel, mark } from './harness.ts';

describeModel(koaJwt, "import jwt from 'koa-jwt';", [
  mark('verificationKey', 'exports[0].secret', 'jwt({ secret: "x" });'),
  mark('algorithms', 'exports[0].algorithms', 'jwt({ algorithms: "x" });'),
  mark('expired', 'exports[0].ignoreExpiration', 'jwt({ ignoreExpiration: true });'),
  mark('defaultAlgorithms', 'exports', 'jwt({ secret });', 'jwt({ algorithms });'),
  mark('credential', 'exports[0].secret', 'jwt({ secret: "x" });'),
]);
