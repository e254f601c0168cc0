import { koaRouter } from '../../src/models/koa-router.ts';
import { describeModel, mark, source, way } from './harness.ts';

describeModel(koaRouter, "import Router from '@koa/router'; const router = new Router();", [
  way('Router', 'exports()', 'router.get("/", (ctx) => SINK(ctx.query.q));'),
  mark('mounts', 'Router.{use,all,post,put,patch,delete,del}', 'router.EACH("/", done);', 'router.param("id", done);'),
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
