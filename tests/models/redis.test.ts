import { redis } from '../../src/models/redis.ts';
import { describeModel, mark } from './harness.ts';

describeModel(redis, "import Redis, * as all from 'redis';", [
  mark('credential', 'exports.createClient[0].password', 'all.createClient({ password: "x" });', 'all.createClient({ username: "x" });'),
  mark('credential', 'exports.{Redis,Cluster}[0].password', 'new all.EACH({ password: "x" });'),
  mark('credential', 'exports[0].password', 'new Redis({ password: "x" });'),
  mark('certificates', 'exports.createClient[0].socket.rejectUnauthorized', 'all.createClient({ socket: { rejectUnauthorized: false } });'),
  mark('certificates', 'exports.Redis[0].tls.rejectUnauthorized', 'new all.Redis({ tls: { rejectUnauthorized: false } });'),
  mark('certificates', 'exports[0].tls.rejectUnauthorized', 'new Redis({ tls: { rejectUnauthorized: false } });'),
  mark('connection', 'exports.createClient[0].url', 'all.createClient({ url: "x" });'),
  mark('connection', 'exports.Redis[0]', 'new all.Redis("x");'),
  mark('connection', 'exports[0]', 'new Redis("x");'),
]);
