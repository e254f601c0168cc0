import { defineModel } from '../model/dsl.ts';

export const rateLimit = defineModel({
  modules: ['express-rate-limit', 'express-slow-down', 'rate-limiter-flexible', 'express-brute', 'koa-ratelimit', '@fastify/rate-limit', '@nestjs/throttler', 'limiter', 'bottleneck', '@upstash/ratelimit', 'hono-rate-limiter', 'express-limiter'],
  types: { Limiter: ['exports.*()'] },
  marks: { rateLimit: ['exports', 'exports.*', 'Limiter.{consume,prevent,limit,tryRemoveTokens,removeTokens}'] },
});
