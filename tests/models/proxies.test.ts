import { proxies } from '../../src/models/proxies.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(proxies, "import httpProxy from 'http-proxy'; import fastify from 'fastify'; const proxy = httpProxy.createProxyServer({});", [
  way('Proxy', 'exports.{createProxyServer,createServer,createProxy}()', 'httpProxy.EACH({}).web(req, res, { target: INPUT });'),
  way('Proxy', 'exports()', 'new httpProxy({}).web(req, res, { target: INPUT });'),
  way('Proxy', ':Server', "import type { Server as T } from 'http-proxy'; export const f = (one: T) => one.web(req, res, { target: INPUT });"),
  source('error', "Proxy.{on,once}('error')[1](0)", "proxy.EACH('error', (problem) => SINK(problem));"),
  sink('url', 'Proxy.web[2].{target,forward}', 'proxy.web(req, res, { EACH: INPUT });', "proxy.web(req, res, { EACH: 'http://inside' });"),
  sink('url', 'Proxy.ws[3].{target,forward}', 'proxy.ws(req, socket, head, { EACH: INPUT });', "proxy.ws(req, socket, head, { EACH: 'http://inside' });"),
  sink('url', 'exports.{createProxyServer,createServer,createProxy}[0].{target,forward}', 'httpProxy.EACH({ EACH2: INPUT });', "httpProxy.EACH({ EACH2: 'http://inside' });"),
  sink('url', 'exports.{createProxyMiddleware,legacyCreateProxyMiddleware}[0..1].target', "import { EACH as make } from 'http-proxy-middleware'; make({ target: INPUT });", "import { EACH as make } from 'http-proxy-middleware'; make({ target: 'http://inside', pathRewrite: { '^/a': INPUT } });"),
  sink('url', 'exports.{createProxyMiddleware,legacyCreateProxyMiddleware}[0..1].router()', "import { EACH as make } from 'http-proxy-middleware'; make({ router: () => INPUT });", "import { EACH as make } from 'http-proxy-middleware'; make({ router: () => 'http://inside' });"),
  sink('url', 'exports[0]', "import pass from 'express-http-proxy'; pass(INPUT);", "import pass from 'express-http-proxy'; pass('http://inside');"),
  sink('url', 'exports[0]()', "import pass from 'express-http-proxy'; pass(() => INPUT);", "import pass from 'express-http-proxy'; pass(() => 'http://inside');"),
  way('Plugin', 'exports', "import plugin from '@fastify/http-proxy'; fastify().register(plugin, { upstream: INPUT });"),
  sink('url', 'fastify:App.register[1].upstream', "import plugin from '@fastify/http-proxy'; fastify().register(plugin, { upstream: INPUT });", "import plugin from '@fastify/http-proxy'; fastify().register(plugin, { upstream: 'http://inside' });", 'fastify().register(other, { upstream: INPUT });'),
]);
