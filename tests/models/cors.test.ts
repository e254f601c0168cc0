import { cors } from '../../src/models/cors.ts';
import { describeModel, mark } from './harness.ts';

describeModel(cors, '', [
  mark('cors', 'exports', "import cors from '@koa/cors'; cors({ origin: '*' });", 'other({});'),
  mark('cors', 'exports.cors', "import { cors } from 'hono/cors'; cors({ origin: '*' });", "import { other } from 'hono/cors'; other({});"),
]);
