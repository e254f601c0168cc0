import { middleware } from '../../src/models/middleware.ts';
import { helmet } from '../../src/models/helmet.ts';
import { pages } from '../../src/models/pages.ts';
import { describeModel, mark, way } from './harness.ts';

const app = "import express from 'express'; const app = express();";

describeModel(middleware, app, [
  mark('plain', 'Plain', "import morgan from 'morgan'; app.use(morgan('tiny'));", 'app.use(morgan("tiny"));'),
  way('Plain', 'exports', "import Fastify from 'fastify'; import cookie from '@fastify/cookie'; Fastify().register(cookie);"),
  way('Plain', 'exports()', "const compression = require('compression'); app.use(compression());"),
  way('Plain', 'exports.{*}()', "import { EACH as make } from 'koa-passport'; app.use(make());"),
  way('Plain', 'exports().{single,array,fields,any,none}()', "import multer from 'multer'; app.post('/', multer({}).EACH('a'));"),
  way('Plain', 'exports.serve', "import ui from 'swagger-ui-express'; app.use('/docs', ui.serve);"),
]);

describeModel(helmet, app, [
  mark('headers', 'exports', "import Fastify from 'fastify'; const plugin = require('@fastify/helmet'); Fastify().register(plugin);", 'app.use(other);'),
  mark('headers', 'exports.*', "import { noSniff } from 'helmet'; app.use(noSniff);"),
  mark('headers', 'Setter', "import helmet from 'helmet'; app.use(helmet());", 'app.use(helmet());'),
  mark('protects', 'exports[0].{*}', "import helmet from 'helmet'; helmet({ EACH: false });", "import helmet from 'helmet'; helmet({ dnsPrefetchControl: false });"),
  mark('protects', 'exports.secureHeaders[0].{*}', "import { secureHeaders } from 'hono/secure-headers'; secureHeaders({ EACH: false });", "import { secureHeaders } from 'hono/secure-headers'; secureHeaders({ xDownloadOptions: false });"),
  mark('protects', 'exports.contentSecurityPolicy[0].directives', "import { contentSecurityPolicy as csp } from 'helmet'; csp({ directives: 9 });", "import { contentSecurityPolicy as csp } from 'helmet'; csp({ useDefaults: true });"),
  mark('protects', 'exports.{hsts,strictTransportSecurity}[0].maxAge', "import { EACH as hsts } from 'helmet'; hsts({ maxAge: 9 });", "import { EACH as hsts } from 'helmet'; hsts({ preload: true });"),
  way('Setter', 'exports()', "const helmet = require('koa-helmet'); app.use(helmet());"),
  mark('headers', 'exports.{secureHeaders,contentSecurityPolicy,hsts,strictTransportSecurity}', "import { EACH as make } from 'helmet'; app.use(make);"),
  way('Setter', 'exports.*()', "import { noSniff } from 'helmet'; app.use(noSniff());"),
  way('Setter', 'exports.{*}()', "import { EACH as make } from 'hono/secure-headers'; app.use(make());"),
  way('Plugin', 'exports', "import Fastify from 'fastify'; const plugin = require('@fastify/helmet'); Fastify().register(plugin, { hsts: false });"),
]);

describeModel(pages, "import Koa from 'koa'; const app = new Koa();", [
  mark('page', 'exports', "import files from 'koa-static'; app.use(files('public'));", "import json from 'koa-json'; app.use(json());"),
  mark('page', 'exports.serveStatic', "import { serveStatic as files } from 'hono/bun'; app.use(files({ root }));", "import { upgrade as files } from 'hono/bun'; app.use(files({ root }));"),
  way('Pages', 'exports', "import Fastify from 'fastify'; import files from '@fastify/static'; Fastify().register(files, {});"),
]);
