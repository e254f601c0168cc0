import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-unsafe-deserialization.ts';
import { express, koa, lines, runJavaScript } from './samples.ts';

const found = (messageId: 'flow' | 'yaml' | 'bytes', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const [old, now] = ['js-yaml-3', 'js-yaml-4'].map((folder) => `tests/fixtures/${folder}/app.ts`) as [string, string];

const serialize = express("import { unserialize } from 'node-serialize';");
const yaml = express("import yaml from 'js-yaml';");
const v8 = express("import v8 from 'node:v8';");
const bson = express("import { deserialize } from 'bson';");
const signed = express("import { createHmac, timingSafeEqual } from 'node:crypto';\nimport { unserialize } from 'node-serialize';");
const tags = express("import yaml from 'js-yaml';\nimport { all, undefined as none } from 'js-yaml-js-types';");

/** js-yaml 3, before and after `--fix`. */
const fix = (before: string, after: string, head = "import yaml from 'js-yaml';", newHead = head) => ({
  code: express(head)(before),
  filename: old,
  output: express(newHead)(after),
  errors: [{ messageId: 'yaml' as const }],
});
const suggest = (filename: string, before: string, after: string, of = yaml) => ({
  code: of(before),
  filename,
  errors: [{ messageId: 'yaml' as const, suggestions: [{ messageId: 'dropSchema', output: of(after) }] }],
});

new RuleTester().run('no-unsafe-deserialization', rule, {
  valid: [
    // data
    serialize('res.json(JSON.parse(req.body.profile));', 'unserialize(process.env.PROFILE);'),
    express("import { serialize } from 'node-serialize';")('serialize(req.body);'),
    express("import YAML from 'yaml';")('YAML.parse(req.body.config);'),
    serialize('unserialize(JSON.stringify({ id: Number(req.query.id) }));'),
    // js-yaml 4
    { code: yaml('yaml.load(req.body.config);'), filename: now },
    { code: yaml('yaml.load(req.body.config, { json: true });'), filename: now },
    { code: tags('yaml.load(req.body.config, { schema: yaml.DEFAULT_SCHEMA.extend(none) });'), filename: now },
    // js-yaml 3
    { code: yaml('yaml.safeLoad(req.body.config);', 'yaml.safeLoadAll(req.body.config);'), filename: old },
    { code: yaml('yaml.load(req.body.config, { schema: yaml.JSON_SCHEMA });', 'yaml.load(req.body.config, { schema: schemaOf(req) });'), filename: old },
    { code: yaml("yaml.load(fs.readFileSync('config.yml', 'utf8'));", 'yaml.loadAll(req.body.config, (one) => one, { schema: yaml.SAFE_SCHEMA });'), filename: old },
    // the rest of these packages
    bson('deserialize(req.body);', 'deserialize(req.body, { evalFunctions: false });'),
    v8('v8.serialize(req.body);', 'v8.deserialize(v8.serialize({ id: 1 }));'),
    // what we signed ourselves
    signed("const mac = createHmac('sha256', KEY).update(req.body.data).digest('hex');", 'if (mac !== req.body.mac) return;', 'unserialize(req.body.data);'),
    signed('const [data, mac] = String(req.query.token).split(".");', "const own = createHmac('sha256', KEY).update(data).digest();", "if (timingSafeEqual(Buffer.from(mac, 'hex'), own)) unserialize(Buffer.from(data, 'base64').toString());"),
    express("import jwt from 'jsonwebtoken';\nimport { unserialize } from 'node-serialize';")('unserialize(jwt.verify(req.body.token, KEY).data);'),
    // other things of that name
    express("import { unserialize } from './own.js';")('unserialize(req.body.profile);'),
    lines('export const read = (yaml, req) => yaml.load(req.query.config);'),
  ],
  invalid: [
    { code: serialize('unserialize(req.body.profile);'), errors: [{ ...found('flow', 'req.body.profile'), line: 5, column: 15 }] },
    { code: serialize("unserialize(Buffer.from(req.cookies.profile, 'base64').toString());"), errors: [found('flow', 'req.cookies.profile')] },
    { code: koa("import * as serialize from 'node-serialize';")('ctx.body = serialize.unserialize(ctx.query.profile);'), errors: [found('flow', 'ctx.query.profile')] },
    { code: express("import { deserialize } from 'serialize-to-js';")('deserialize(req.body.text);'), errors: [found('flow', 'req.body.text')] },
    { code: express("import funcster from 'funcster';")('funcster.deepDeserialize(req.body);'), errors: [found('flow', 'req.body')] },
    { code: express("import funcster from 'funcster';")('funcster.deepDeserialize({ run: req.body.run });'), errors: [found('flow', 'req.body.run')] },
    { code: express("import Cryo from 'cryo';")('Cryo.parse(req.body.text);'), errors: [found('flow', 'req.body.text')] },
    { code: express("import JSONfn from 'json-fn';")('JSONfn.parse(req.body.text);'), errors: [found('flow', 'req.body.text')] },
    { code: v8('v8.deserialize(req.body);'), errors: [found('bytes', 'req.body')] },
    { code: v8('new v8.Deserializer(req.body).readValue();'), errors: [found('bytes', 'req.body')] },
    { code: bson('deserialize(req.body, { evalFunctions: true });'), errors: [found('flow', 'req.body')] },
    { code: express("import { BSON } from 'mongodb';")('BSON.deserialize(req.body, { evalFunctions: true });'), errors: [found('flow', 'req.body')] },
    // signed, but not this, or not compared
    { code: signed("const mac = createHmac('sha256', KEY).update(req.body.name).digest('hex');", 'if (mac !== req.body.mac) return;', 'unserialize(req.body.data);'), errors: [found('flow', 'req.body.data')] },
    { code: signed("const mac = createHmac('sha256', KEY).update(req.body.data).digest('hex');", 'res.set("mac", mac);', 'unserialize(req.body.data);'), errors: [found('flow', 'req.body.data')] },
    { code: express("import jwt from 'jsonwebtoken';\nimport { unserialize } from 'node-serialize';")('unserialize(jwt.decode(req.body.token).data);'), errors: [found('flow', 'req.body.token')] },
    // js-yaml 3: the same but for the attack
    fix('yaml.load(req.body.config);', 'yaml.safeLoad(req.body.config);'),
    fix("yaml['load'](req.body.config, { filename: 'config' });", "yaml['safeLoad'](req.body.config, { filename: 'config' });"),
    fix('yaml.loadAll(req.body.config, (one) => res.write(one.name));', 'yaml.safeLoadAll(req.body.config, (one) => res.write(one.name));'),
    fix('load(req.body.config);', 'safeLoad(req.body.config);', "import { load } from 'js-yaml';", "import { safeLoad } from 'js-yaml';"),
    fix('load(req.body.config);', 'safeLoad(req.body.config);', "import { dump, load } from 'js-yaml';\ndump({});", "import { dump, safeLoad } from 'js-yaml';\ndump({});"),
    { code: express("import { load as read } from 'js-yaml';")('read(req.body.config);'), filename: old, errors: [{ messageId: 'yaml' }] },
    // schemas that know functions
    suggest(old, 'yaml.safeLoad(req.body.config, { schema: yaml.DEFAULT_FULL_SCHEMA });', 'yaml.safeLoad(req.body.config);'),
    suggest(old, 'yaml.load(req.body.config, { schema: yaml.DEFAULT_FULL_SCHEMA, json: true });', 'yaml.safeLoad(req.body.config, { json: true });'),
    suggest(now, 'yaml.load(req.body.config, { schema: yaml.DEFAULT_FULL_SCHEMA });', 'yaml.load(req.body.config);'),
    suggest(now, 'yaml.load(req.body.config, { schema: yaml.DEFAULT_SCHEMA.extend(all) });', 'yaml.load(req.body.config);', tags),
    suggest(now, 'yaml.load(req.body.config, { schema: yaml.DEFAULT_SCHEMA.extend([all]), json: true });', 'yaml.load(req.body.config, { json: true });', tags),
    { code: express("import * as yaml from 'js-yaml';\nconst own = { load: yaml.load };")('own.load(req.body.config);'), filename: old, errors: [{ messageId: 'yaml' }] },
    { code: yaml('const options = { schema: yaml.DEFAULT_FULL_SCHEMA };', 'yaml.load(req.body.config, options);'), errors: [{ messageId: 'yaml' }] },
    // the way, options
    { code: lines("import express from 'express';", "import { unserialize } from 'node-serialize';", 'const read = (text) => unserialize(text);', "express().get('/', (req, res) => res.json(read(req.query.profile)));"), errors: [found('flow', 'req.query.profile', ' through read() line 4')] },
    { code: express("import { unserialize } from 'node-serialize';\nimport { shape } from './shape.js';")('unserialize(shape(req.query.profile));'), options: [{ unsure: true }], errors: [found('flow', 'req.query.profile')] },
  ],
});

const js = "const serialize = require('node-serialize');\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.get('/', (req, res) => res.send(serialize.serialize(req.query)));") }],
  invalid: [
    { code: lines(js, "app.get('/', (req, res) => serialize.unserialize(req.query.profile));"), errors: [found('flow', 'req.query.profile')] },
    {
      code: lines("const { load } = require('js-yaml');", "require('express')().get('/', (req, res) => res.json(load(req.query.config)));"),
      filename: 'tests/fixtures/js-yaml-3/app.js',
      output: lines("const { safeLoad } = require('js-yaml');", "require('express')().get('/', (req, res) => res.json(safeLoad(req.query.config)));"),
      errors: [{ messageId: 'yaml' }],
    },
  ],
});
