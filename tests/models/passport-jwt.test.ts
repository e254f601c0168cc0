import { passportJwt } from '../../src/models/passport-jwt.ts';
import { describeModel, mark } from './harness.ts';

describeModel(passportJwt, "import { Strategy } from 'passport-jwt';", [
  mark('verificationKey', 'exports.Strategy[0].{secretOrKey,secretOrKeyProvider}', 'new Strategy({ EACH: "x" });'),
  mark('algorithms', 'exports.Strategy[0].algorithms', 'new Strategy({ algorithms: "x" });'),
  mark('expired', 'exports.Strategy[0].ignoreExpiration', 'new Strategy({ ignoreExpiration: true });'),
  mark('defaultAlgorithms', 'exports.Strategy', 'new Strategy({ secretOrKey });', 'new Strategy({ algorithms });'),
  mark('credential', 'exports.Strategy[0].secretOrKey', 'new Strategy({ secretOrKey: "x" });'),
]);
