import { expressJwt } from '../../src/models/express-jwt.ts';
import { describeModel, mark } from './harness.ts';

describeModel(expressJwt, "import jwt, { expressjwt } from 'express-jwt';", [
  mark('algorithms', 'exports[0].algorithms', 'jwt({ algorithms: "x" });'),
  mark('algorithms', 'exports.expressjwt[0].algorithms', 'expressjwt({ algorithms: "x" });'),
  mark('expired', 'exports[0].ignoreExpiration', 'jwt({ ignoreExpiration: true });'),
  mark('expired', 'exports.expressjwt[0].ignoreExpiration', 'expressjwt({ ignoreExpiration: true });'),
  mark('openAlgorithms', 'exports', 'jwt({ secret });', 'jwt({ algorithms });'),
  mark('openAlgorithms', 'exports.expressjwt', 'expressjwt({ secret });', 'expressjwt({ algorithms });'),
  mark('credential', 'exports[0].secret', 'jwt({ secret: "x" });'),
  mark('credential', 'exports.expressjwt[0].secret', 'expressjwt({ secret: "x" });'),
]);
