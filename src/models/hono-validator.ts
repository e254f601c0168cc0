import { defineModel } from '../model/dsl.ts';

/** Middleware of Hono that applies a schema to a part of the request, which the handler reads by `c.req.valid(part)`. */
export const honoValidator = defineModel({
  modules: ['@hono/zod-validator', '@hono/valibot-validator', '@hono/standard-validator'],
  schemas: [{ clean: [], checks: [{ call: 'exports.{zValidator,vValidator,sValidator}', schema: '[1]', input: 'hono:Request.$0' }] }],
});
