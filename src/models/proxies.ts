import { defineModel } from '../model/dsl.ts';

/** Requests handed on to another server. */
export const proxies = defineModel({
  modules: ['http-proxy', 'http-proxy-middleware', 'express-http-proxy', '@fastify/http-proxy'],
  types: { Proxy: ['exports.{createProxyServer,createServer,createProxy}()', ':{ProxyServer,Server}'] },
  sinks: {
    url: ['Proxy.web[2].{target,forward}', 'Proxy.ws[3].{target,forward}', 'exports.{createProxyServer,createServer,createProxy}[0].{target,forward}', 'exports.createProxyMiddleware[0].target', 'exports.createProxyMiddleware[0].router()', 'exports[0]'],
  },
});
