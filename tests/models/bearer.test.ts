import { bearer } from '../../src/models/bearer.ts';
import { describeModel, mark, way } from './harness.ts';

const app = "import express from 'express'; const app = express();";

describeModel(bearer, app, [
  mark('csrf', 'Asks', "import { auth } from 'express-oauth2-jwt-bearer'; app.use(auth());", 'app.use(auth());'),
  way('Asks', 'exports.authenticate()', "import passport from 'passport'; app.use(passport.authenticate('jwt', { session: false }));"),
  way('Asks', 'exports()', "import jwt from 'koa-jwt'; app.use(jwt({}));"),
  way('Asks', 'exports.{*}()', "import { EACH as make } from 'express-jwt'; app.use(make({}));"),
]);
