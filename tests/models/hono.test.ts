import { hono } from '../../src/models/hono.ts';
import { describeModel, mark, schema, sink, source, way } from './harness.ts';

const handler = (body: string): string => `app.get("/", async (c, next) => { ${body}; });`;
const validated = (part: string, type: string, body: string): string => `import { zValidator } from '@hono/zod-validator'; import { z } from 'zod'; app.post('/', zValidator('${part}', ${type}), (c) => { ${body}; });`;

describeModel(hono, "import { Hono } from 'hono'; const app = new Hono();", [
  way('App', 'exports.{Hono,OpenAPIHono}()', "import * as all from 'hono'; new all.EACH().get('/', (c) => c.html(INPUT));"),
  way('App', 'App.{*}()', 'app.EACH("/", log).get("/", (c) => c.html(INPUT));'),
  way('App', 'App.{basePath,route,mount,notFound,onError}()', 'app.EACH("/", other).get("/", (c) => c.html(INPUT));'),
  way('App', ':Hono', 'export const f = (x: Hono) => x.get("/", (c) => c.html(INPUT));'),
  way('Handler', 'App.{*}[..]', 'app.EACH("/", (c) => c.html(INPUT));'),
  way('Handler', 'App.notFound[0]', 'app.notFound((c) => c.html(INPUT));'),
  way('Handler', ':{Handler,MiddlewareHandler}', "import type { EACH as T } from 'hono'; export const f: T = (a) => a.html(INPUT);"),
  way('Context', 'Handler(0)', 'app.get("/", (a) => a.html(INPUT));'),
  way('Context', 'App.onError[0](1)', 'app.onError((err, a) => a.html(INPUT));'),
  way('Context', ':Context', "import type { Context } from 'hono'; export const f = (a: Context) => a.html(INPUT);"),
  way('Context', '~c', 'export const f = (c, next) => c.html(INPUT);'),
  way('Next', '~next', 'export const f = (c, next) => c.html(INPUT);'),
  way('Request', 'Context.req', handler('SINK(c.req.query("a"))')),
  way('Request', ':HonoRequest', "import type { HonoRequest } from 'hono'; export const f = (r: HonoRequest) => SINK(r.query('a'));"),
  source('remote', 'Request.{query,queries,param,text}()', handler('SINK(await c.req.EACH("a"))')),
  source('remote', 'Request.valid()', validated('json', 'z.any()', 'SINK(c.req.valid("json"))'), handler('SINK(c.req.valid("json"))')),
  source('remote', 'Request.valid()#2', validated('query', 'z.any()', 'SINK(c.req.valid("query"))'), handler('SINK(c.req.valid("query"))')),
  schema('validated', 'Request.valid()', validated('json', 'z.object({ id: z.number() })', 'SINK(c.req.valid("json").id)'), validated('json', 'z.object({ id: z.string() })', 'SINK(c.req.valid("json").id)'), validated('json', 'z.object({ id: z.number() })', 'SINK(c.req.valid("query").id)')),
  source('remote', 'Request.header()', handler('SINK(c.req.header("x-a"))')),
  source('remote', 'Request.url', handler('SINK(c.req.url)'), handler('SINK(c.req.method)')),
  source('remote', 'Request.{path,raw}', handler('SINK(c.req.EACH)')),
  source('remote', 'Request.{json,parseBody,formData,arrayBuffer,blob}()', handler('SINK(await c.req.EACH())')),
  source('password', 'Request.{json,parseBody}().{password,passwd,passphrase,newPassword,oldPassword}', handler('SINK((await c.req.EACH()).EACH2)'), handler('SINK((await c.req.EACH()).name)')),
  source('password', 'Request.header()', handler('SINK(c.req.header("Authorization"))'), handler('SINK(c.req.header("accept"))')),
  source('error', 'App.onError[0](0)', 'app.onError((err) => SINK(err));'),
  sink('html', 'Context.html[0]', handler('return c.html(INPUT)'), handler('return c.text(INPUT)')),
  sink('html', 'Context.body[0]', handler('c.header("Content-Type", "text/html"); return c.body(INPUT)'), handler('c.header("Content-Type", "text/plain"); return c.body(INPUT)')),
  sink('response', 'Context.{html,text,json,body,newResponse}[0]', handler('return c.EACH(INPUT)')),
  sink('response', 'Handler()', handler('return INPUT')),
  sink('redirect', 'Context.redirect[0]', handler('return c.redirect(INPUT)')),
  sink('redirect', 'Context.header[1]', handler('c.header("Location", INPUT)'), handler('c.header("X-A", INPUT)')),
  sink('header', 'Context.header[0]', handler('c.header(INPUT, "a")'), handler('c.header("X-A", INPUT)')),
  mark('handler', 'Handler', 'app.get("/", () => work());'),
  mark('handler', 'App.onError[0]', 'app.onError(() => work());'),
  mark('next', 'Handler(1)', 'app.use(async (c, next) => { await next(); });'),
]);
