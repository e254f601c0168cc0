import { defineModel } from '../model/dsl.ts';

/** Requests handed on to another server. */
export const proxies = defineModel({
  modules: ['http-proxy', 'http-proxy-middleware', 'express-http-proxy', '@fastify/http-proxy'],
  types: { Proxy: ['exports.{createProxyServer,createServer,createProxy}()', 'exports()', ':Server'], Plugin: ['exports'] },
  sources: { error: ["Proxy.{on,once}('error')[1](0)"] },
  sinks: {
    url: [
      'Proxy.web[2].{target,forward}',
      'Proxy.ws[3].{target,forward}',
      'exports.{createProxyServer,createServer,createProxy}[0].{target,forward}',
      // a filter first, until 3
      'exports.{createProxyMiddleware,legacyCreateProxyMiddleware}[0..1].target',
      'exports.{createProxyMiddleware,legacyCreateProxyMiddleware}[0..1].router()',
      'exports[0]',
      'exports[0]()',
      // where @fastify/http-proxy is registered
      { at: 'fastify:App.register[1].upstream', when: { '[0]': { api: 'http-proxy:Plugin' } } },
    ],
  },
});
