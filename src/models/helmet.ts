import { defineModel } from '../model/dsl.ts';

export const helmet = defineModel({
  modules: ['helmet', 'koa-helmet', '@fastify/helmet', 'hono/secure-headers', 'fastify-helmet'],
  types: { Setter: ['exports()', 'exports.*()', 'exports.{secureHeaders,contentSecurityPolicy,hsts,strictTransportSecurity}()'], Plugin: ['exports'] },
  marks: {
    headers: ['exports', 'exports.*', 'exports.{secureHeaders,contentSecurityPolicy,hsts,strictTransportSecurity}', 'Setter'],
    protects: [
      'exports[0].{contentSecurityPolicy,strictTransportSecurity,hsts,xContentTypeOptions,noSniff,xFrameOptions,frameguard}',
      'exports.secureHeaders[0].{contentSecurityPolicy,strictTransportSecurity,xContentTypeOptions,xFrameOptions}',
      'exports.contentSecurityPolicy[0].directives',
      'exports.{hsts,strictTransportSecurity}[0].maxAge',
    ],
  },
});
