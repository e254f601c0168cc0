import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-xxe.ts';
import { express, koa, lines, runJavaScript } from './samples.ts';

const found = (messageId: 'flow' | 'expat', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const xml = express("import libxml from 'libxmljs2';");
const expat = express("import { Parser } from 'node-expat';\nimport { toJson } from 'xml2json';");
const sax = express("import sax from 'sax';\nconst parser = sax.parser(true);");

/** The options as they stand, and as suggested. */
const flags = (before: string, after: string, call = (options: string) => `libxml.parseXml(req.body, ${options});`, messageId: 'flow' | 'flags' = 'flow', of = xml) => ({
  code: of(call(before)),
  errors: [{ messageId, suggestions: [{ messageId: 'turnOff' as const, output: of(call(after)) }] }],
});
const alone = (before: string, after: string) => ({ ...flags(before, after, (options) => `libxml.parseXml(own(), ${options});`, 'flags'), options: [{ anyInput: true }] as const });

new RuleTester().run('no-xxe', rule, {
  valid: [
    // the defaults
    xml('libxml.parseXml(req.body);', 'libxml.parseXml(req.body, {});', "libxml.parseXml(req.body, { baseUrl: 'https://shop.example' });"),
    xml('libxml.parseXml(req.body, { noent: false, dtdload: false, nonet: true });', 'libxml.parseHtml(req.body, { recover: true });'),
    express("import { parseStringPromise } from 'xml2js';")('await parseStringPromise(req.body);'),
    express("import { XMLParser } from 'fast-xml-parser';")('new XMLParser({ ignoreAttributes: false }).parse(req.body);'),
    express("import { DOMParser } from '@xmldom/xmldom';")("new DOMParser().parseFromString(req.body, 'text/xml');"),
    lines("document.title = new DOMParser().parseFromString(location.hash, 'text/xml').title;"),
    // XML of our own
    xml("libxml.parseXml('<a/>', { noent: true });", 'libxml.parseXml(`<a id="${Number(req.query.id)}"/>`, { noent: true });'),
    expat("new Parser('UTF-8').write('<a/>');", 'toJson(`<a>${Number(req.query.id)}</a>`);'),
    // sax without entities of others
    sax('parser.write(req.body);', "parser.ENTITIES.shop = 'Shop & Sons';", 'parser.ontext = (text) => res.write(text);'),
    sax('parser.ondoctype = (dtd) => console.log(dtd);'),
    // options that nobody sees
    xml('libxml.parseXml(req.body, options);', 'libxml.parseXml(req.body, { noent: process.env.ENTITIES });'),
    // other things of that name
    express("import libxml from './xml.js';")('libxml.parseXml(req.body, { noent: true });'),
    { code: xml('libxml.parseXml(own());', 'libxml.parseXml(own(), { noent: false });', 'other.parseXml(own(), { noent: true });'), options: [{ anyInput: true }] },
    express("import libxml from 'libxmljs2';\nimport { clean } from './clean.js';")('libxml.parseXml(clean(req.body), { noent: true });'),
  ],
  invalid: [
    flags('{ noent: true }', '{ noent: false }'),
    flags('{ replaceEntities: true }', '{ replaceEntities: false }'),
    flags('{ dtdload: true, noblanks: true }', '{ dtdload: false, noblanks: true }'),
    flags('{ noent: true, dtdvalid: true, nonet: false }', '{ noent: false, dtdvalid: false, nonet: true }'),
    flags('{ noent: true }', '{ noent: false }', (options) => `await libxml.parseXmlAsync(req.body.xml, ${options});`),
    flags('{ noent: true }', '{ noent: false }', (options) => `libxml.parseXml(req.files.plan.data.toString('utf8'), ${options});`, 'flow', express("import libxml from 'libxmljs2';\nimport upload from 'express-fileupload';")),
    flags('{ noent: true }', '{ noent: false }', (options) => `ctx.body = parseXmlString(ctx.request.body, ${options});`, 'flow', koa("import { parseXmlString } from 'libxmljs';")),
    { code: xml('const options = { noent: true };', 'libxml.parseXml(req.body, options);'), errors: [{ ...found('flow', 'req.body'), line: 6, column: 19 }] },
    { code: xml('libxml.parseXml(req.body, { ...options, noent: true });'), errors: [found('flow', 'req.body')] },
    // expat
    { code: expat("new Parser('UTF-8').write(req.body);"), errors: [found('expat', 'req.body')] },
    { code: expat("const parser = new Parser('UTF-8');", 'parser.parse(req.body.xml);'), errors: [found('expat', 'req.body.xml')] },
    { code: expat('res.send(toJson(req.body));'), errors: [found('expat', 'req.body')] },
    // handlers that add what the DTD declares
    { code: sax('parser.ondoctype = (dtd) => { for (const [, name, value] of dtd.matchAll(ENTITY)) parser.ENTITIES[name] = value; };'), errors: [{ messageId: 'expat' }] },
    { code: sax("parser.on('doctype', (dtd) => { parser.ENTITIES[dtd.slice(9, 12)] = dtd.slice(14); });"), errors: [{ messageId: 'expat' }] },
    // options alone, as in strict
    alone('{ noent: true }', '{ noent: false }'),
    alone('{ nonet: false }', '{ nonet: true }'),
    { ...flags('{ noent: true }', '{ noent: false }'), options: [{ anyInput: true }] },
    // the way, options
    { code: lines("import express from 'express';", "import libxml from 'libxmljs2';", 'const OPTIONS = { noent: true };', 'const read = (text) => libxml.parseXml(text, OPTIONS);', "express().post('/', (req, res) => res.json(read(req.body)));"), errors: [found('flow', 'req.body', ' through read() line 5')] },
    { ...flags('{ noent: true }', '{ noent: false }', (options) => `libxml.parseXml(clean(req.body), ${options});`, 'flow', express("import libxml from 'libxmljs2';\nimport { clean } from './clean.js';")), options: [{ unsure: true }] },
  ],
});

const js = "const libxml = require('libxmljs');\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => libxml.parseXml(req.body));") }],
  invalid: [
    {
      code: lines(js, "app.post('/', (req, res) => libxml.parseXml(req.body, { noent: true }));"),
      errors: [{ ...found('flow', 'req.body'), suggestions: [{ messageId: 'turnOff', output: lines(js, "app.post('/', (req, res) => libxml.parseXml(req.body, { noent: false }));") }] }],
    },
  ],
});
