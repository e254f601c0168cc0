import { cookie } from '../../src/models/cookie.ts';
import { describeModel, mark } from './harness.ts';

describeModel(cookie, "import { serialize, parse } from 'cookie';", [
  mark('cookie', 'exports.serialize', "serialize('a', 'b');", "parse('a');"),
  mark('notSecure', 'exports.serialize', "serialize('a', 'b', { secure: false });", "serialize('a', 'b', { secure: true });"),
  mark('notSecure', 'exports.serialize#2', "serialize('a', 'b');", "serialize('a', 'b', unknown);"),
  mark('notHttpOnly', 'exports.serialize', "serialize('a', 'b', { httpOnly: false });", "serialize('a', 'b', { httpOnly: true });"),
  mark('notHttpOnly', 'exports.serialize#2', "serialize('a', 'b');", "serialize('a', 'b', unknown);"),
  mark('notSameSite', 'exports.serialize', "serialize('a', 'b', { sameSite: false });", "serialize('a', 'b', { sameSite: 'lax' });"),
  mark('notSameSite', 'exports.serialize#2', "serialize('a', 'b');", "serialize('a', 'b', unknown);"),
  mark('sameSiteNone', 'exports.serialize', "serialize('a', 'b', { sameSite: 'none' });", "serialize('a', 'b', { sameSite: 'lax' });"),
]);
