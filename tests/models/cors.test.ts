import { cors } from '../../src/models/cors.ts';
import { nestCore } from '../../src/models/nest-core.ts';
import { describeModel, mark } from './harness.ts';

describeModel(cors, '', [
  mark('cors', 'exports', "import cors from '@koa/cors'; cors({ origin: '*' });", 'other({});'),
  mark('cors', 'exports.cors', "import { cors } from 'hono/cors'; cors({ origin: '*' });", "import { other } from 'hono/cors'; other({});"),
]);

describeModel(nestCore, "import { NestFactory } from '@nestjs/core';", [
  mark('cors', 'exports.NestFactory.create', 'NestFactory.create(AppModule, { cors: true });', 'NestFactory.create(AppModule);'),
  mark('cors', 'exports.NestFactory.create().enableCors', 'const app = await NestFactory.create(AppModule); app.enableCors({ origin: true });', 'other.enableCors({});'),
]);
