import { defineModel } from '../model/dsl.ts';

export const rateLimit = defineModel({
  modules: ['express-rate-limit', 'express-slow-down', 'rate-limiter-flexible', 'express-brute', 'koa-ratelimit', '@fastify/rate-limit', '@nestjs/throttler', 'limiter', 'bottleneck', '@upstash/ratelimit', 'hono-rate-limiter', 'express-limiter'],
  types: { Limiter: ['exports()', 'exports.*()', 'Limiter.{middleware,getMiddleware}()'] },
  marks: { rateLimit: ['exports', 'exports.*', 'exports.ThrottlerModule.{forRoot,forRootAsync}', 'Limiter', 'Limiter.{consume,prevent,getMiddleware,limit,blockUntilReady,tryRemoveTokens,removeTokens}'] },
});
