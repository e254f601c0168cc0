import { cookieSession } from '../../src/models/cookie-session.ts';
import { describeModel, mark } from './harness.ts';

describeModel(cookieSession, "import session from 'cookie-session';", [
  mark('sessionCookie', 'exports', 'session({ keys });', 'other({ keys });'),
  mark('notSecure', 'exports', 'session({ secure: false });', 'session({ keys });'),
  mark('notHttpOnly', 'exports', 'session({ httpOnly: false });', 'session({ keys });'),
  mark('notSameSite', 'exports', 'session({ sameSite: false });', "session({ sameSite: 'lax' });"),
  mark('notSameSite', 'exports#2', 'session({ keys });', 'session(unknown);'),
]);
