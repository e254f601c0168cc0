import { connect } from '../../src/models/connect.ts';
import { describeModel, mark, source, way } from './harness.ts';

describeModel(connect, "import connect from 'connect'; const app = connect();", [
  way('App', 'exports()', 'app.use((req) => SINK(req.body));'),
  mark('mounts', 'App.use', 'app.use(done);', 'app.listen(80);'),
  mark('app', 'App', 'app.use(done);', 'other.use(done);'),
  way('App', 'App.use()', 'app.use(log).use((req) => SINK(req.body));'),
  way('App', ':Server', 'export const f = (x: connect.Server) => x.use((req) => SINK(req.body));'),
  way('Handler', 'App.use[..]', 'app.use("/a", (req) => SINK(req.body));'),
  way('Handler', ':{HandleFunction,SimpleHandleFunction,NextHandleFunction}', 'export const f: connect.EACH = (a, b) => SINK(a.body);'),
  way('http:IncomingMessage', 'Handler/..3(0)', 'app.use((req, res, next) => SINK(req.url));'),
  way('http:IncomingMessage', 'Handler/4(1)', 'app.use((err, req, res, next) => SINK(req.url));'),
  way('http:ServerResponse', 'Handler/..3(1)', 'app.use((req, res) => res.end(INPUT));'),
  way('http:ServerResponse', 'Handler/4(2)', 'app.use((err, req, res, next) => res.end(INPUT));'),
  source('remote', 'Handler/..3(0).originalUrl', 'app.use((req, res) => SINK(req.originalUrl));'),
  source('remote', 'Handler/..3(0).{body,query,cookies}', 'app.use((req, res) => SINK(req.EACH));'),
  source('error', 'Handler/4(0)', 'app.use((err, req, res, next) => SINK(err));'),
  mark('handler', 'Handler', 'app.use(() => work());'),
  mark('unawaitedServer', 'App.use', 'app.use(() => work());', 'app.listen(80);'),
]);
