import { fastifySession } from '../../src/models/fastify-session.ts';
import { describeModel, way } from './harness.ts';

describeModel(fastifySession, "import Fastify from 'fastify'; const app = Fastify();", [
  way('Plugin', 'exports', "import session from '@fastify/session'; app.register(session, { secret });"),
  way('Plugin', 'exports.fastifySession', "import { fastifySession } from '@fastify/session'; app.register(fastifySession, { secret });"),
]);
