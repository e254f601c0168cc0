import { csrf } from '../../src/models/csrf.ts';
import { describeModel, mark, way } from './harness.ts';

const app = "import express from 'express'; const app = express();";

describeModel(csrf, app, [
  mark('csrf', 'exports', "import Fastify from 'fastify'; import plugin from '@fastify/csrf-protection'; Fastify().register(plugin);", 'app.use(other);'),
  mark('csrf', 'Guard', "import csurf from '@dr.pogodin/csurf'; app.use(csurf({}));", 'app.use(csurf({}));'),
  way('Guard', 'exports()', "const csurf = require('csurf'); app.use(csurf({ cookie: true }));"),
  way('Guard', 'exports().*', "const Tokens = require('csrf'); app.use((req, res, next) => app.use(new Tokens().verify));"),
  way('Guard', 'exports.*()', "import { csrf } from 'hono/csrf'; app.use(csrf());"),
  way('Guard', 'exports.*().*', "import { doubleCsrf } from 'csrf-csrf'; const { doubleCsrfProtection } = doubleCsrf({}); app.use(doubleCsrfProtection);"),
]);
