import { honoCookie } from '../../src/models/hono-cookie.ts';
import { describeModel, mark, sink } from './harness.ts';

describeModel(honoCookie, "import { setCookie, getCookie } from 'hono/cookie';", [
  sink('token', 'setCookie[2]', "setCookie(c, 'sid', INPUT);", "setCookie(c, 'theme', INPUT);"),
  mark('cookie', 'exports.setCookie', "setCookie(c, 'a', 'b');", "getCookie(c, 'a');"),
  mark('notSecure', 'exports.setCookie', "setCookie(c, 'a', 'b', { secure: false });", "setCookie(c, 'a', 'b', { secure: true });"),
  mark('notSecure', 'exports.setCookie#2', "setCookie(c, 'a', 'b');", "setCookie(c, 'a', 'b', unknown);"),
  mark('notHttpOnly', 'exports.setCookie', "setCookie(c, 'a', 'b', { httpOnly: false });", "setCookie(c, 'a', 'b', { httpOnly: true });"),
  mark('notHttpOnly', 'exports.setCookie#2', "setCookie(c, 'a', 'b');", "setCookie(c, 'a', 'b', unknown);"),
  mark('notSameSite', 'exports.setCookie', "setCookie(c, 'a', 'b');", "setCookie(c, 'a', 'b', { sameSite: 'lax' });"),
  mark('sameSiteNone', 'exports.setCookie', "setCookie(c, 'a', 'b', { sameSite: 'None' });", "setCookie(c, 'a', 'b', { sameSite: 'Lax' });"),
]);
