import { middleware } from '../../src/models/middleware.ts';
import { helmet } from '../../src/models/helmet.ts';
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
  way('Setter', 'exports()', "const helmet = require('koa-helmet'); app.use(helmet());"),
  way('Setter', 'exports.*()', "import { secureHeaders } from 'hono/secure-headers'; app.use(secureHeaders());"),
]);
