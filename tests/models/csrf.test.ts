import { bearer } from '../../src/models/bearer.ts';
import { csrf } from '../../src/models/csrf.ts';
import { fastifyBearerAuth } from '../../src/models/fastify-bearer-auth.ts';
import { lusca } from '../../src/models/lusca.ts';
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

describeModel(bearer, app, [
  mark('csrf', 'Asks', "import { auth } from 'express-oauth2-jwt-bearer'; app.use(auth());", 'app.use(auth());'),
  way('Asks', 'exports.authenticate()', "import passport from 'passport'; app.use(passport.authenticate('jwt', { session: false }));"),
  way('Asks', 'exports()', "import jwt from 'koa-jwt'; app.use(jwt({}));"),
  way('Asks', 'exports.{*}()', "import { EACH as make } from 'express-jwt'; app.use(make({}));"),
]);

describeModel(fastifyBearerAuth, "import Fastify from 'fastify'; const app = Fastify();", [
  mark('csrf', 'exports', "import plugin from '@fastify/bearer-auth'; app.register(plugin, { keys });", 'app.register(plugin, { keys });'),
]);

describeModel(lusca, `${app} const lusca = require('lusca');`, [
  mark('csrf', 'Guard', 'app.use(lusca.csrf());', 'app.use(lusca({ csp: policy }));', 'app.use(lusca.nosniff());'),
  mark('headers', 'Headers', 'app.use(lusca.nosniff());', 'app.use(lusca({ csrf: true }));', 'app.use(lusca.csrf());'),
  mark('plain', 'Other', 'app.use(lusca.p3p("x"));'),
  mark('protects', 'exports[0].{csp,hsts}', 'lusca({ EACH: false });', 'lusca({ p3p: "x" });'),
  mark('protects', 'exports.csp[0].policy', 'lusca.csp({ policy: "x" });', 'lusca.csp({ reportUri: "x" });'),
  mark('protects', 'exports.hsts[0].maxAge', 'lusca.hsts({ maxAge: 9 });', 'lusca.hsts({ preload: true });'),
  way('Guard', 'exports()', 'app.use(lusca({ csrf: true }));'),
  way('Guard', 'exports.csrf()', 'app.use(lusca.csrf());'),
  way('Headers', 'exports()', 'app.use(lusca({ csp: policy }));'),
  way('Headers', 'exports()#2', 'app.use(lusca({ xframe: "DENY" }));'),
  way('Headers', 'exports.{*}()', 'app.use(lusca.EACH(true));'),
  way('Other', 'exports()', 'app.use(lusca({}));'),
  way('Other', 'exports.*()', 'app.use(lusca.p3p("x"));'),
]);
