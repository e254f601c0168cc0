import { expressSession } from '../../src/models/express-session.ts';
import { describeModel, mark, sink, way } from './harness.ts';

describeModel(expressSession, "import session from 'express-session';", [
  sink('token', 'exports[0].genid()', 'session({ secret, genid: () => INPUT });', 'session({ secret, name: INPUT });'),
  mark('sessionCookie', 'exports', 'session({ secret });', 'other({ secret });'),
  mark('notSecure', 'exports', 'session({ cookie: { secure: false } });', "session({ cookie: { secure: 'auto' } });"),
  mark('notSecure', 'exports#2', 'session({ secret });', 'session(unknown);'),
  mark('notHttpOnly', 'exports', 'session({ cookie: { httpOnly: false } });', 'session({ secret });'),
  mark('notSameSite', 'exports', 'session({ cookie: { sameSite: false } });', "session({ cookie: { sameSite: 'lax' } });"),
  mark('notSameSite', 'exports#2', 'session({ cookie: {} });', 'session({ cookie: unknown });'),
  mark('sameSiteNone', 'exports', "session({ cookie: { sameSite: 'none' } });", "session({ cookie: { sameSite: 'lax' } });"),
  way('MemoryStore', 'exports.MemoryStore()', 'session({ store: new session.MemoryStore() });'),
  mark('memoryStore', 'exports', 'session({ secret });', 'session({ store });'),
  mark('memoryStore', 'exports#2', 'session({ store: new session.MemoryStore() });', 'session({ store: new Other() });'),
  mark('endless', 'exports', 'session({ secret });', 'session({ cookie: { maxAge: 9 } });'),
  mark('endless', 'exports#2', 'session({ cookie: { maxAge: null } });', 'session({ cookie: { maxAge: 9 } });'),
]);
