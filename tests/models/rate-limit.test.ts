import { rateLimit } from '../../src/models/rate-limit.ts';
import { describeModel, mark, way } from './harness.ts';

describeModel(rateLimit, "import { RateLimiterMemory } from 'rate-limiter-flexible'; const limiter = new RateLimiterMemory({ points: 9 });", [
  mark('rateLimit', 'exports', "require('express-rate-limit')({ max: 9 });"),
  mark('rateLimit', 'exports.*', "import { rateLimiter } from 'hono-rate-limiter'; rateLimiter({ limit: 9 });"),
  mark('rateLimit', 'exports.ThrottlerModule.{forRoot,forRootAsync}', "import { ThrottlerModule } from '@nestjs/throttler'; ThrottlerModule.EACH([]);"),
  mark('rateLimit', 'Limiter', "require('express-limiter')(app, store)({ total: 9 });"),
  mark('rateLimit', 'Limiter.{*}', 'limiter.EACH(1);'),
  way('Limiter', 'exports()', "new (require('bottleneck'))({}).limit(1);"),
  way('Limiter', 'Limiter.{middleware,getMiddleware}()', 'limiter.EACH({}).consume(1);'),
  way('Limiter', 'exports.*()', 'limiter.consume(1);'),
]);
