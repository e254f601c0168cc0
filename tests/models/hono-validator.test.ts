import { honoValidator } from '../../src/models/hono-validator.ts';
import { describeModel, lets } from './harness.ts';

const route = (module: string, name: string, type: string): string => `import { ${name} } from '${module}'; app.post('/', ${name}('json', z.object({ id: ${type} })), (c) => SINK(c.req.valid('json').id));`;
const out = "import { EACH } from '@hono/zod-validator'; import { schema } from './schema.js'; app.post('/', EACH('json', schema), (c) => SINK(c.req.valid('json').id));";

describeModel(honoValidator, "import { Hono } from 'hono'; import { z } from 'zod'; const app = new Hono();", [
  lets('checks', 'exports.{zValidator,vValidator,sValidator}', route('@hono/zod-validator', 'EACH', 'z.string()'), route('@hono/zod-validator', 'EACH', 'z.number()'), out),
  lets('checks', 'exports.vValidator', route('@hono/valibot-validator', 'vValidator', 'z.string()'), route('@hono/valibot-validator', 'vValidator', 'z.number()')),
]);
