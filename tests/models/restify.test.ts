import { restify } from '../../src/models/restify.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const handler = (body: string): string => `server.get('/', (req, res, next) => { ${body} });`;
const html = 'res.setHeader("Content-Type", "text/html");';

describeModel(restify, "import restify from 'restify'; const server = restify.createServer();", [
  way('Server', 'createServer()', handler('SINK(req.body)')),
  way('Server', ':Server', 'export const f = (x: restify.Server) => x.get("/", (req) => SINK(req.body));'),
  way('Handler', 'Server.{get,post,put,patch,del,head,opts}[1..]', 'server.EACH("/", (req) => SINK(req.body));'),
  way('Handler', 'Server.{use,pre,first}[..]', 'server.EACH((req) => SINK(req.body));'),
  way('Handler', ':RequestHandler', 'export const f: restify.RequestHandler = (a, b) => SINK(a.body);'),
  way('Request', 'Handler(0)', handler('SINK(req.query.q)')),
  way('Request', "Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](0)", 'server.on("EACH", (req) => SINK(req.body));'),
  way('Request', ':Request', 'export const f = (x: restify.Request) => SINK(x.body);'),
  way('Response', 'Handler(1)', handler('res.sendRaw(INPUT)')),
  way('Response', "Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](1)", 'server.on("EACH", (req, res) => res.sendRaw(INPUT));'),
  way('Response', ':Response', 'export const f = (x: restify.Response) => x.sendRaw(INPUT);'),
  way('http:IncomingMessage', 'Request', handler('SINK(req.url)')),
  way('http:ServerResponse', 'Response', handler('res.end(INPUT)')),
  source('remote', 'Request.{body,query,files}', handler('SINK(req.EACH)')),
  source('remote', 'Request.params', handler('SINK(req.params)')),
  source('remote', 'Request.{*}()', handler('SINK(req.EACH())')),
  source('password', 'Request.{body,params}.{password,passwd,passphrase}', handler('SINK(req.EACH.EACH2)')),
  source('error', "Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](2)", 'server.on("EACH", (req, res, err) => SINK(err));'),
  sink('html', 'Response.sendRaw[0..1]', handler('res.sendRaw(INPUT)'), handler('res.sendRaw("x")'), handler('res.json({ name: INPUT })')),
  sink('html', 'Response.sendRaw[0..1]', handler('res.sendRaw(200, INPUT)')),
  sink('html', 'Response.send[0..1]', handler(`${html} res.send(INPUT)`), handler('res.send(INPUT)')),
  sink('response', 'Response.{send,sendRaw}[0..1]', handler('res.EACH(500, INPUT)')),
  sink('response', 'Response.json[0..1]', handler('res.json({ problem: INPUT })')),
  sink('redirect', 'Response.redirect[0..1]', handler('res.redirect(302, INPUT, next)'), handler('res.redirect("/", next)')),
  sink('redirect', 'Response.redirect[0].hostname', handler('res.redirect({ hostname: INPUT }, next)')),
  sink('redirect', 'Response.{header,set}[1]', handler('res.EACH("Location", INPUT)'), handler('res.EACH("x-name", INPUT)')),
  sink('header', 'Response.{header,set}[0]', handler('res.EACH(INPUT, "x")')),
  sink('path', 'plugins.serveStatic[0].directory', 'restify.plugins.serveStatic({ directory: INPUT });', 'restify.plugins.serveStatic({ directory: "public" });'),
  mark('handler', 'Handler', 'server.get("/", () => work());'),
]);
