import { koaRouter } from '../../src/models/koa-router.ts';
import { describeModel, mark, source, way } from './harness.ts';

describeModel(koaRouter, "import Router from '@koa/router'; const router = new Router();", [
  way('Router', 'exports()', 'router.get("/", (ctx) => SINK(ctx.query.q));'),
  mark('mounts', 'Router.{use,all,get,post,put,patch,delete,del}', 'router.EACH("/", done);', 'router.param("id", done);'),
  mark('app', 'Router', 'router.use(done);', 'other.use(done);'),
  mark('app', 'Router.{routes,middleware}()', "import Koa from 'koa'; new Koa().use(router.EACH());"),
  mark('part', 'exports', 'router.use(done);'),
  mark('part', 'exports.Router', "import { Router as Made } from '@koa/router'; new Made().use(done);"),
  way('Router', 'exports.Router()', "import { Router as Named } from '@koa/router'; new Named().get('/', (ctx) => SINK(ctx.query.q));"),
  way('Router', 'Router.{*}()', 'router.EACH("/", "x").get("/", (ctx) => SINK(ctx.query.q));'),
  way('Router', ':{Router,default}', "import type { EACH as T } from '@koa/router'; export const f = (r: T) => r.get('/', (ctx) => SINK(ctx.query.q));"),
  way('koa:Handler', 'Router.{*}[..]', 'router.EACH("/:id", (ctx) => SINK(ctx.params.id));'),
  way('koa:Handler', 'Router.register[2]', 'router.register("/", ["get"], (ctx) => SINK(ctx.query.q));'),
  way('koa:Context', 'Router.param[1](1)', 'router.param("id", (id, c) => SINK(c.query.q));'),
  way('koa:Context', ':{RouterContext,RouterParamContext,IRouterParamContext}', "import type { EACH as T } from '@koa/router'; export const f = (c: T) => SINK(c.query.q);"),
  source('remote', 'Router.param[1](0)', 'router.param("id", (id, c) => SINK(id));'),
  mark('handler', 'Router.param[1]', 'router.param("id", () => work());'),
]);
