import { pages } from '../../src/models/pages.ts';
import { describeModel, mark, way } from './harness.ts';

describeModel(pages, "import Koa from 'koa'; const app = new Koa();", [
  mark('page', 'exports', "import files from 'koa-static'; app.use(files('public'));", "import json from 'koa-json'; app.use(json());"),
  mark('page', 'exports.serveStatic', "import { serveStatic as files } from 'hono/bun'; app.use(files({ root }));", "import { upgrade as files } from 'hono/bun'; app.use(files({ root }));"),
  way('Pages', 'exports', "import Fastify from 'fastify'; import files from '@fastify/static'; Fastify().register(files, {});"),
]);
