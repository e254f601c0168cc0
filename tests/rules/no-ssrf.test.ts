import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-ssrf.ts';
import { express, fastify, http, koa, lines, runJavaScript } from './samples.ts';

const flow = (source: string, way = '', more = '') => ({ messageId: 'flow', data: { source, way, more } });
const bare = express("const HOSTS = ['a.example.com', 'b.example.com'];\nconst BASE = 'https://api.example.com';");
const refused = (condition: string): string => `if (${condition}) return res.sendStatus(400);`;
const axios = "import axios from 'axios';";

new RuleTester().run('no-ssrf', rule, {
  valid: [
    // a host that is settled before the value
    bare('await fetch(`${BASE}/users/${req.params.id}`);'),
    bare("await fetch('https://api.example.com/users?name=' + req.query.name);"),
    bare('await fetch(`${process.env.API}/users/${encodeURIComponent(req.params.id)}`);'),
    bare("await fetch(new URL(`/users/${req.params.id}`, BASE));"),
    express("import { config } from './config.js';")('await fetch(`${config.protocol}://${config.host}/users/${req.params.id}`);'),
    express(axios)("await axios.get('https://api.example.com/users', { params: { name: req.query.name } });"),
    express(axios)("await axios.post('https://api.example.com/users', req.body);"),
    express(`${axios}\nconst client = axios.create({ baseURL: 'https://api.example.com' });`)('await client.get(`/users/${req.params.id}`);'),
    express("import got from 'got';")("await got('https://api.example.com/users', { searchParams: req.query, json: req.body });"),
    express("import https from 'node:https';")("https.get({ hostname: 'api.example.com', path: `/users/${req.params.id}` });"),
    bare("const url = new URL('https://api.example.com/');", 'url.pathname = req.query.path;', "url.searchParams.set('q', req.query.q);", 'await fetch(url);'),
    // a host compared
    bare('const url = new URL(req.query.url);', refused('!HOSTS.includes(url.hostname)'), 'await fetch(url);'),
    bare('const { hostname } = new URL(req.query.url);', refused("hostname !== 'a.example.com'"), 'await fetch(req.query.url);'),
    bare('const url = new URL(req.query.url);', refused("url.origin !== 'https://a.example.com'"), 'await fetch(url.href);'),
    bare('const url = new URL(req.query.url);', refused("!url.hostname.endsWith('.example.com')"), 'await fetch(url);'),
    bare(refused("!req.query.url.startsWith('https://a.example.com/')"), 'await fetch(req.query.url);'),
    bare(refused('!req.query.url.startsWith(`${BASE}/`)'), 'await fetch(req.query.url);'),
    bare(refused('!/^https:\\/\\/(?:a|b)\\.example\\.com\\//.test(req.query.url)'), 'await fetch(req.query.url);'),
    // a choice, a number, a list of URLs
    bare("const SHOPS = { north: 'https://north.example.com' };", 'const base = SHOPS[req.params.shop];', 'if (base) await fetch(`${base}/stock`);'),
    bare('await fetch(`https://${encodeURIComponent(req.query.shop)}.example.com/`);'),
    bare('await fetch(`https://shard${Number(req.query.n)}.example.com/`);'),
    bare(refused("!['https://a.example.com', 'https://b.example.com'].includes(req.query.url)"), 'await fetch(req.query.url);'),
    // an agent that refuses addresses inside
    express("import fetch from 'node-fetch';\nimport { useAgent } from 'request-filtering-agent';")('await fetch(req.query.url, { agent: useAgent(req.query.url) });'),
    express(`${axios}\nimport ssrfFilter from 'ssrf-req-filter';`)('await axios.get(req.query.url, { httpAgent: ssrfFilter(req.query.url), httpsAgent: ssrfFilter(req.query.url) });'),
    // what goes along, and what is no request
    bare('await fetch(BASE, { method: "POST", headers: { name: req.query.name }, body: req.body.text });'),
    bare('res.json({ url: req.query.url, parsed: new URL(req.query.url).hostname });'),
    express("import { get } from './cache.js';")('await get(req.query.url);', 'store.fetch(req.query.url);'),
    lines('export const load = async (url) => fetch(url);', 'await fetch(process.argv[2]);'),
    express("import { clean } from './clean.js';")('await fetch(clean(req.query.url));'),
  ],
  invalid: [
    // clients and frameworks
    { code: bare('await fetch(req.query.url);'), errors: [{ ...flow('req.query.url'), line: 6, column: 15 }] },
    { code: koa(axios)('ctx.body = (await axios.get(ctx.query.url)).data;'), errors: [flow('ctx.query.url')] },
    { code: fastify("import got from 'got';")('return got(request.body.url).text();'), errors: [flow('request.body.url')] },
    { code: http("import https from 'node:https';")("https.get(query.get('url'), (answer) => answer.pipe(res));"), errors: [flow('req.url')] },
    { code: express("import http from 'node:http';")("http.request({ host: req.query.host, path: '/' }).end();"), errors: [flow('req.query.host')] },
    { code: express("import { request } from 'undici';")('await request(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express("import fetch from 'node-fetch';")('await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express("import superagent from 'superagent';")('await superagent.get(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express("import needle from 'needle';")("await needle('get', req.query.url);"), errors: [flow('req.query.url')] },
    { code: express("import ky from 'ky';")('await ky.post(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express(axios)("await axios({ method: 'get', url: req.query.url });"), errors: [flow('req.query.url')] },
    { code: express(axios)("await axios.get('/users', { baseURL: req.query.base });"), errors: [flow('req.query.base')] },
    { code: express(axios)("const client = axios.create({ baseURL: `https://${req.headers['x-tenant']}` });", "await client.get('/users');"), errors: [{ messageId: 'flow' }] },
    { code: express("import puppeteer from 'puppeteer';")('const browser = await puppeteer.launch();', 'const page = await browser.newPage();', 'await page.goto(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express("import { WebSocket } from 'ws';")('new WebSocket(req.query.url);'), errors: [flow('req.query.url')] },
    { code: express("import httpProxy from 'http-proxy';\nconst proxy = httpProxy.createProxyServer();")('proxy.web(req, res, { target: req.query.target });'), errors: [flow('req.query.target')] },
    { code: express("import { JSDOM } from 'jsdom';")('await JSDOM.fromURL(req.query.url);'), errors: [flow('req.query.url')] },
    // parts of the host
    { code: bare('await fetch(`https://${req.params.shop}.example.com/`);'), errors: [flow('req.params.shop')] },
    { code: bare('await fetch(BASE + req.query.path);'), errors: [flow('req.query.path')] },
    { code: bare('await fetch(new URL(req.query.path, BASE));'), errors: [flow('req.query.path')] },
    // checks that are none
    { code: bare(refused("!req.query.url.startsWith('https://a.example.com')"), 'await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    { code: bare(refused("!req.query.url.includes('a.example.com')"), 'await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    { code: bare('const url = new URL(req.query.url);', refused("!url.hostname.endsWith('example.com')"), 'await fetch(url);'), errors: [flow('req.query.url')] },
    { code: bare('const url = new URL(req.query.url);', refused("url.protocol !== 'https:'"), 'await fetch(url);'), errors: [flow('req.query.url')] },
    { code: bare(refused('!/https:\\/\\/a\\.example\\.com\\//.test(req.query.url)'), 'await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    { code: bare(refused('!/^https:\\/\\/a\\.example\\.com/.test(req.query.url)'), 'await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    { code: bare(refused('!/^https:\\/\\/a\\.example\\.com\\/|^test/.test(req.query.url)'), 'await fetch(req.query.url);'), errors: [flow('req.query.url')] },
    // the way, settings, options
    { code: lines("import express from 'express';", 'const load = (url) => fetch(url);', "express().get('/', async (req, res) => res.json(await load(req.query.url)));"), errors: [flow('req.query.url', ' through load() line 3')] },
    { code: lines('await fetch(process.argv[2]);'), settings: { 'secure-node': { origins: ['cli'] } }, errors: [flow('process.argv[2]')] },
    { code: express("import { clean } from './clean.js';")('await fetch(clean(req.query.url));'), options: [{ unsure: true }], errors: [flow('req.query.url')] },
  ],
});

const app = "const app = require('express')();\nconst axios = require('axios');";
runJavaScript(rule, {
  valid: [{ code: lines(app, "app.get('/', (req, res) => axios.get('https://api.example.com/' + req.query.path));") }],
  invalid: [{ code: lines(app, "app.get('/', (req, res) => axios.get(req.query.url));"), errors: [flow('req.query.url')] }],
});
