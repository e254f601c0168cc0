import { session } from '../../src/models/session.ts';
import { describeModel, mark } from './harness.ts';

describeModel(session, "import session from 'express-session';", [
  mark('session', 'exports', 'session({ secret });', 'other({ secret });'),
  mark('session', 'exports.{createSession,getIronSession}', "import { EACH as make } from 'iron-session'; make(req, res, {});", 'other(req, res, {});'),
]);
