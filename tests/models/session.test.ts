import { session } from '../../src/models/session.ts';
import { describeModel, mark } from './harness.ts';

describeModel(session, "import session from 'express-session';", [
  mark('session', 'exports', 'session({ secret });', 'other({ secret });'),
  mark('session', 'exports.{createSession,getIronSession}', "import { EACH as make } from 'iron-session'; make(req, res, {});", 'other(req, res, {});'),
  mark('credential', 'exports[0].{secret,keys}', 'session({ EACH: "x" });'),
  mark('credential', 'exports[0].keys.*', 'session({ keys: ["x"] });'),
  mark('credential', 'exports[0].secret.*', 'session({ secret: ["x"] });'),
  mark('credential', 'getIronSession[1..2].password', "import { getIronSession } from 'iron-session'; getIronSession(a, { password: 'x' });"),
]);
