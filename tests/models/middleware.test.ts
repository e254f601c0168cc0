import { middleware } from '../../src/models/middleware.ts';
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
