import { fastifyCors } from '../../src/models/fastify-cors.ts';
import { describeModel, way } from './harness.ts';

describeModel(fastifyCors, "import Fastify from 'fastify'; const app = Fastify();", [way('Plugin', 'exports', "import cors from '@fastify/cors'; app.register(cors, { origin: true });")]);
