import { polka } from '../../src/models/polka.ts';
import { describeModel, mark, source, way } from './harness.ts';

describeModel(polka, "import polka from 'polka'; const app = polka();", [
  way('App', 'exports()', 'app.get("/", (req) => SINK(req.body));'),
  way('App', 'App.{*}()', 'app.EACH("/").get("/", (req) => SINK(req.body));'),
  way('App', ':Polka', "import type { Polka } from 'polka'; export const f = (x: Polka) => x.get('/', (req) => SINK(req.body));"),
  way('Handler', 'App.{*}[..]', 'app.EACH("/", (req) => SINK(req.body));'),
  way('Handler', 'App.add[2..]', 'app.add("GET", "/", (req) => SINK(req.body));'),
  way('Handler', 'exports[0].onNoMatch', 'polka({ onNoMatch: (req) => SINK(req.path) });'),
  way('Handler', ':Middleware', "import type { Middleware } from 'polka'; export const f: Middleware = (a, b) => SINK(a.body);"),
  way('Request', 'Handler(0)', 'app.get("/", (req) => SINK(req.query.q));'),
  way('Request', 'exports[0].onError(1)', 'polka({ onError: (err, req) => SINK(req.path) });'),
  way('http:IncomingMessage', 'Request', 'app.get("/", (req) => SINK(req.url));'),
  way('http:ServerResponse', 'Handler(1)', 'app.get("/", (req, res) => res.end(INPUT));'),
  way('http:ServerResponse', 'exports[0].onError(2)', 'polka({ onError: (err, req, res) => res.end(INPUT) });'),
  source('remote', 'Request.{body,query,cookies}', 'app.get("/", (req) => SINK(req.EACH));'),
  source('remote', 'Request.params', 'app.get("/", (req) => SINK(req.params));'),
  source('remote', 'Request.{path,originalUrl,search}', 'app.get("/", (req) => SINK(req.EACH));'),
  source('error', 'exports[0].onError(0)', 'polka({ onError: (err) => SINK(err) });'),
  mark('handler', 'Handler', 'app.get("/", () => work());'),
  mark('handler', 'exports[0].onError', 'polka({ onError: () => work() });'),
]);
