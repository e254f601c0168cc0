import { fastifyBearerAuth } from '../../src/models/fastify-bearer-auth.ts';
import { describeModel, mark } from './harness.ts';

describeModel(fastifyBearerAuth, "import Fastify from 'fastify'; const app = Fastify();", [
  mark('csrf', 'exports', "import plugin from '@fastify/bearer-auth'; app.register(plugin, { keys });", 'app.register(plugin, { keys });'),
]);
