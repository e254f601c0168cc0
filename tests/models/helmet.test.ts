import { helmet } from '../../src/models/helmet.ts';
import { describeModel, mark, way } from './harness.ts';

const app = "import express from 'express'; const app = express();";

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
