import { hapi } from '../../src/models/hapi.ts';
import { describeModel, clean, flow, mark, schema, sink, source, way } from './harness.ts';

const route = (body: string): string => `server.route({ method: 'GET', path: '/', handler: (a, b) => { ${body} } });`;
const steps = 'bytes,charset,code,message,compressed,created,encoding,etag,header,location,redirect,replacer,spaces,state,suffix,ttl,type,unstate,vary,takeover,temporary,permanent,rewritable';
/** A handler at the route, or in these options, behind a schema for a part of the request. */
const checked = (options: string, inside: boolean, part: string, type: string): string => {
  const handler = `handler: (a) => SINK(a.${part}.id)`;
  return `import Joi from 'joi'; server.route({ method: 'GET', path: '/', ${inside ? '' : `${handler}, `}${options}: { validate: { ${part}: Joi.object({ id: Joi.${type}() }) }${inside ? `, ${handler}` : ''} } });`;
};

describeModel(hapi, "import Hapi from '@hapi/hapi'; const server = Hapi.server();", [
  way('Server', 'exports.{server,Server}()', 'new Hapi.EACH().route({ handler: (a) => SINK(a.payload) });'),
  way('Server', ':Server', "import type { Server } from '@hapi/hapi'; export const f = (x: Server) => x.route({ handler: (a) => SINK(a.payload) });"),
  way('Server', 'Plugin.register(0)', 'server.register({ name: "a", register: (x) => x.route({ handler: (a) => SINK(a.payload) }) });'),
  way('Server', 'Request.server', route('a.server.route({ handler: (c) => SINK(c.payload) })')),
  way('Plugin', 'Server.register[0]', 'server.register([{ name: "a", register: (x) => x.route({ handler: (a) => SINK(a.payload) }) }]);'),
  way('Plugin', 'Server.register[0].plugin', 'server.register({ plugin: { name: "a", register: (x) => x.route({ handler: (a) => SINK(a.payload) }) } });'),
  way('Plugin', ':Plugin', "import type { Plugin } from '@hapi/hapi'; export const f: Plugin = { name: 'a', register: (x) => x.route({ handler: (a) => SINK(a.payload) }) };"),
  way('Plugin', 'export plugin', 'export const plugin = { name: "a", register: (x) => x.route({ handler: (a) => SINK(a.payload) }) };'),
  way('Route', 'Server.route[0]', 'server.route([{ handler: (a) => SINK(a.payload) }]);'),
  way('Route', ':ServerRoute', "import type { ServerRoute } from '@hapi/hapi'; export const f: ServerRoute = { handler: (a) => SINK(a.payload) };"),
  way('Options', 'Route.{options,config}', 'server.route({ EACH: { handler: (a) => SINK(a.payload) } });'),
  way('Options', ':RouteOptions', "import type { RouteOptions } from '@hapi/hapi'; export const f: RouteOptions = { handler: (a) => SINK(a.payload) };"),
  way('Handler', 'Route.handler', route('SINK(a.payload)')),
  way('Handler', 'Options.handler', 'server.route({ options: { handler: (a) => SINK(a.payload) } });'),
  way('Handler', 'Options.pre.*.method', 'server.route({ options: { pre: [{ method: (a) => SINK(a.payload) }] } });'),
  way('Handler', 'Server.ext[1]', "server.ext('onRequest', (a) => SINK(a.path));"),
  way('Handler', 'Server.ext[0].method', "server.ext({ type: 'onRequest', method: (a) => SINK(a.path) });"),
  way('Request', 'Handler(0)', route('SINK(a.payload)')),
  way('Request', ':Request', "import type { Request } from '@hapi/hapi'; export const f = (a: Request) => SINK(a.payload);"),
  way('Request', '~request', 'export const f = (request, h) => SINK(request.payload);'),
  way('Toolkit', 'Handler(1)', route('return b.redirect(INPUT)')),
  way('Toolkit', ':ResponseToolkit', "import type { ResponseToolkit } from '@hapi/hapi'; export const f = (b: ResponseToolkit) => b.redirect(INPUT);"),
  way('Toolkit', '~h', 'export const f = (request, h) => h.redirect(INPUT);'),
  way('Answer', 'Toolkit.{response,redirect,view,file}()', route('return b.EACH().location(INPUT)')),
  way('Answer', `Answer.{${steps}}()`, route('return b.response().EACH().location(INPUT)')),
  way('Answer', ':ResponseObject', "import type { ResponseObject } from '@hapi/hapi'; export const f = (c: ResponseObject) => c.location(INPUT);"),
  way('http:IncomingMessage', 'Request.raw.req', route('SINK(a.raw.req.url)')),
  way('http:ServerResponse', 'Request.raw.res', route('a.raw.res.end(INPUT)')),
  way('global:Url', 'Request.url', route('SINK(a.url.searchParams.get("x"))')),

  source('remote', 'Request.payload', route('SINK(a.payload)')),
  source('remote', 'Request.state', route('SINK(a.state)'), route('SINK(a.app)')),
  source('remote', 'Request.query', route('SINK(a.query)')),
  source('remote', 'Request.params', route('SINK(a.params)')),
  source('remote', 'Request.{headers,path,url}', route('SINK(a.EACH)'), route('SINK(a.method)')),
  source('remote', 'Request.info.{host,hostname,referrer}', route('SINK(a.info.EACH)'), route('SINK(a.info.received)')),
  source('password', 'Request.payload.{password,passwd,passphrase,newPassword,oldPassword}', route('SINK(a.payload.EACH)'), route('SINK(a.payload.name)')),
  source('password', 'Request.headers.{*}', route('SINK(a.headers["EACH"])'), route('SINK(a.headers.accept)')),
  sink('html', 'Handler()', route('return `<p>${INPUT}</p>`;'), route('return { name: INPUT };')),
  sink('response', 'Handler()', route('return { name: INPUT };'), route('return { name: 1 };')),
  sink('redirect', 'Toolkit.redirect[0]', route('return b.redirect(INPUT)'), route('return b.redirect("/a")')),
  sink('redirect', 'Answer.{redirect,location}[0]', route('return b.response().EACH(INPUT)'), route('return b.response().EACH("/a")')),
  sink('redirect', 'Answer.header[1]', route('return b.response().header("Location", INPUT)'), route('return b.response().header("x-a", INPUT)')),
  sink('header', 'Answer.header[0]', route('return b.response().header(INPUT, "a")'), route('return b.response().header("a", INPUT)')),
  sink('path', 'Toolkit.file[0]', route('return b.file(INPUT, { confine: false })'), route('return b.file(INPUT)')),
  sink('template', 'Toolkit.view[0]', route('return b.view(INPUT)'), route('return b.view("page", { name: INPUT })')),
  sink('template', 'Toolkit.view[1]', route('return b.view("page", INPUT)'), route('return b.view("page", { name: INPUT })')),
  clean('html', 'Answer.type()', route('return b.response(INPUT).type("text/plain")'), route('return b.response(INPUT).type("text/html")'), route('return b.response(INPUT)')),
  clean('html', 'Answer.header()', route('return b.response(INPUT).header("content-type", "text/plain")'), route('return b.response(INPUT).header("x-a", "text/plain")')),
  flow('Toolkit.response[0] -> ()', route('return b.response(INPUT)')),
  flow(`Answer.{${steps}}[this] -> ()`, route('return b.response(INPUT).EACH("a")')),
  ...['options', 'config'].flatMap((options) =>
    ['params', 'query', 'payload', 'headers', 'state'].flatMap((part, i) => {
      const nth = (options === 'config' ? 10 : 0) + i * 2 + 1;
      return [0, 1].map((inside) => schema('checks', `Server.route${nth + inside === 1 ? '' : `#${nth + inside}`}`, checked(options, inside === 1, part, 'number'), checked(options, inside === 1, part, 'string')));
    }),
  ),
  mark('handler', 'Handler', 'server.route({ handler: () => work() });'),
]);
