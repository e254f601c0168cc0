import { passport } from '../../src/models/passport.ts';
import { describeModel, mark } from './harness.ts';

describeModel(passport, "import passport, * as all from 'passport';", [
  mark('fixates', 'exports.authenticate', 'passport.authenticate("local");', 'passport.initialize();'),
  mark('fixates', 'exports.{Passport,Authenticator}().authenticate', 'new all.EACH().authenticate("local");'),
]);
