import { nestCore } from '../../src/models/nest-core.ts';
import { describeModel, mark } from './harness.ts';

describeModel(nestCore, "import { NestFactory } from '@nestjs/core';", [
  mark('cors', 'exports.NestFactory.create', 'NestFactory.create(AppModule, { cors: true });', 'NestFactory.create(AppModule);'),
  mark('cors', 'exports.NestFactory.create().enableCors', 'const app = await NestFactory.create(AppModule); app.enableCors({ origin: true });', 'other.enableCors({});'),
]);
