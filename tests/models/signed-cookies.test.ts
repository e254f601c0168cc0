import { signedCookies } from '../../src/models/signed-cookies.ts';
import { describeModel, mark } from './harness.ts';

describeModel(signedCookies, "import session from 'cookie-session';", [
  mark('endless', 'exports', 'session({ keys });', 'session({ keys, maxAge: 9 });'),
  mark('unsigned', 'exports', 'session({ keys, signed: false });', 'session({ keys });'),
  mark('unsigned', 'exports#2', 'session({});', 'session({ keys });'),
]);
