import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-ldap-xpath-injection.ts';
import { express, koa, lines, runJavaScript } from './samples.ts';

const found = (messageId: 'flow' | 'name' | 'xpath', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const ldap = express("import ldap from 'ldapjs';\nconst client = ldap.createClient({ url: 'ldap://localhost' });");
const ts = express("import { Client, EqualityFilter } from 'ldapts';\nconst client = new Client({ url: 'ldap://localhost' });");
const escape = express("import ldap from 'ldapjs';\nimport { filter, dn } from 'ldap-escape';\nconst client = ldap.createClient({ url: 'ldap://localhost' });");
const xpath = express("import xpath from 'xpath';");
const xml = express("import libxml from 'libxmljs2';\nconst doc = libxml.parseXml(text);");
const suggest = (before: string, after: string, of = escape, messageId: 'flow' | 'name' = 'flow') => ({ code: of(before), errors: [{ messageId, suggestions: [{ messageId: 'escape' as const, output: of(after) }] }] });

new RuleTester().run('no-ldap-xpath-injection', rule, {
  valid: [
    // objects escape
    ldap("client.search('dc=shop', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.name }) });"),
    ts("await client.search('dc=shop', { filter: new EqualityFilter({ attribute: 'uid', value: req.body.name }) });"),
    // escaped
    escape("client.search('dc=shop', { filter: filter`(uid=${req.body.name})` });", 'client.bind(dn`uid=${req.body.name},dc=shop`, req.body.password);'),
    express("import ldapEscape from 'ldap-escape';\nimport ldap from 'ldapjs';\nconst client = ldap.createClient({});")("client.search('dc=shop', { filter: ldapEscape.filter`(uid=${req.body.name})` });"),
    // checked
    ldap("client.search('dc=shop', { filter: `(uidNumber=${Number(req.query.id)})` });", "client.search('dc=shop', { filter: '(uid=root)' });"),
    ldap('if (!/^[a-z0-9]+$/.test(req.body.name)) return;', 'client.bind(`uid=${req.body.name},dc=shop`, req.body.password);', "client.search('dc=shop', { filter: '(uid=' + req.body.name + ')' });"),
    ldap("const GROUPS = ['staff', 'guests'];", "if (GROUPS.includes(req.query.group)) client.search(`ou=${req.query.group},dc=shop`, {});"),
    ldap("client.search('dc=shop', { filter: `(uid=${req.body.name.replace(/[^a-z]/g, '')})` });"),
    // a name of one's own, and its password
    ldap('client.bind(req.body.dn, req.body.password);', "client.search('dc=shop', { sizeLimit: req.query.limit });"),
    ldap('const { name, password } = req.body;', 'client.bind(name, password);'),
    // XPath
    xpath("xpath.select('//user', doc);", "xpath.parse('//user[@name=$name]').select({ node: doc, variables: { name: req.query.name } });"),
    xpath('xpath.select(`//user[@id=${Number(req.query.id)}]`, doc);', 'xpath.select(`//user[${parseInt(req.query.row, 10)}]`, doc);'),
    xml("doc.get('//user').text();", 'doc.find(`//user[@id="${Number(req.query.id)}"]`);'),
    express("import { evaluateXPath } from 'fontoxpath';")("evaluateXPath('//user[@name=$name]', doc, null, { name: req.query.name });"),
    // sums are no filters
    ldap("const total = req.body.items.reduce((sum, item) => sum + item.price, 0);", 'const filter = req.body.items.filter((item) => item.price + 1 > total);', 'res.json({ total, filter });'),
    // other things of that name
    express("import { client } from './search.js';")("client.search('dc=shop', { filter: `(uid=${req.body.name})` });", 'doc.get(`//user[${req.query.name}]`);', 'list.find(req.query.name);'),
    express("import ldap from 'ldapjs';\nimport { clean } from './clean.js';\nconst client = ldap.createClient({});")("client.search('dc=shop', { filter: `(uid=${clean(req.body.name)})` });"),
  ],
  invalid: [
    // filters
    { code: ldap("client.search('dc=shop', { filter: `(uid=${req.body.name})` });"), errors: [{ ...found('flow', 'req.body.name'), line: 6, column: 46 }] },
    { code: ldap("client.search('dc=shop', { filter: '(&(uid=' + req.body.name + ')(active=TRUE))' });"), errors: [found('flow', 'req.body.name')] },
    { code: ldap("const filter = `(mail=${req.query.mail})`;", "client.search('dc=shop', { scope: 'sub', filter });"), errors: [found('flow', 'req.query.mail')] },
    { code: ldap("client.search('dc=shop', { filter: req.query.filter });"), errors: [found('flow', 'req.query.filter')] },
    { code: ldap('ldap.parseFilter(`(uid=${req.query.name})`);'), errors: [found('flow', 'req.query.name')] },
    { code: ts("await client.search('dc=shop', { filter: `(uid=${req.params.id})` });"), errors: [found('flow', 'req.params.id')] },
    { code: koa("import ldap from 'ldapjs';\nconst client = ldap.createClient({});")("client.search('dc=shop', { filter: `(uid=${ctx.query.name})` });"), errors: [found('flow', 'ctx.query.name')] },
    // names
    { code: ldap('client.search(`ou=${req.query.group},dc=shop`, {});'), errors: [found('name', 'req.query.group')] },
    { code: ldap('client.search(req.query.base, {});'), errors: [found('name', 'req.query.base')] },
    { code: ldap('client.bind(`uid=${req.body.name},dc=shop`, req.body.password);'), errors: [found('name', 'req.body.name')] },
    { code: ts("const name = 'uid=' + req.body.name + ',dc=shop';", 'await client.bind(name, req.body.password);'), errors: [found('name', 'req.body.name')] },
    { code: ldap('if (!/^[a-z,=]+$/.test(req.body.name)) return;', 'client.bind(`uid=${req.body.name},dc=shop`, req.body.password);'), errors: [found('name', 'req.body.name')] },
    // XPath
    { code: xpath("xpath.select(`//user[@name='${req.query.name}']`, doc);"), errors: [found('xpath', 'req.query.name')] },
    { code: xpath("xpath.select1('//user[@name=\"' + req.query.name + '\"]', doc);"), errors: [found('xpath', 'req.query.name')] },
    { code: xpath('xpath.parse(req.query.path).select({ node: doc });'), errors: [found('xpath', 'req.query.path')] },
    { code: xpath("const select = xpath.useNamespaces({ s: 'https://shop.example' });", 'select(`//s:user[${req.query.name}]`, doc);'), errors: [found('xpath', 'req.query.name')] },
    { code: xml('doc.get(`//user[@name="${req.query.name}"]`).text();'), errors: [found('xpath', 'req.query.name')] },
    { code: express("import { evaluateXPathToNodes } from 'fontoxpath';")('evaluateXPathToNodes(`//user[@name="${req.query.name}"]`, doc);'), errors: [found('xpath', 'req.query.name')] },
    // by a tag at hand
    suggest("client.search('dc=shop', { filter: `(uid=${req.body.name})` });", "client.search('dc=shop', { filter: filter`(uid=${req.body.name})` });"),
    suggest("client.search('dc=shop', { filter: `(|(uid=${req.body.name})(mail=${req.body.mail}))` });", "client.search('dc=shop', { filter: filter`(|(uid=${req.body.name})(mail=${req.body.mail}))` });"),
    suggest("client.search('dc=shop', { filter: '(uid=' + req.body.name + ')' });", "client.search('dc=shop', { filter: '(uid=' + filter`${req.body.name}` + ')' });"),
    suggest('client.bind(`uid=${req.body.name},dc=shop`, req.body.password);', 'client.bind(dn`uid=${req.body.name},dc=shop`, req.body.password);', escape, 'name'),
    suggest("client.search('dc=shop', { filter: `(uid=${req.body.name})` });", "client.search('dc=shop', { filter: ldapEscape.filter`(uid=${req.body.name})` });", express("import ldap from 'ldapjs';\nimport ldapEscape from 'ldap-escape';\nconst client = ldap.createClient({});")),
    { code: escape("const text = `(uid=${req.body.name})`;", "client.search('dc=shop', { filter: text });"), errors: [found('flow', 'req.body.name')] },
    // the way, options
    { code: lines("import express from 'express';", "import xpath from 'xpath';", "const find = (doc, name) => xpath.select(`//user[@name='${name}']`, doc);", "express().get('/', (req, res) => res.json(find(doc, req.query.name)));"), errors: [found('xpath', 'req.query.name', ' through find() line 4')] },
    { code: express("import xpath from 'xpath';\nimport { clean } from './clean.js';")('xpath.select(`//user[${clean(req.query.name)}]`, doc);'), options: [{ unsure: true }], errors: [found('xpath', 'req.query.name')] },
  ],
});

const js = "const ldap = require('ldapjs');\nconst client = ldap.createClient({ url: 'ldap://localhost' });\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => client.search('dc=shop', { filter: new ldap.EqualityFilter({ attribute: 'uid', value: req.body.name }) }));") }],
  invalid: [{ code: lines(js, "app.post('/', (req, res) => client.search('dc=shop', { filter: `(uid=${req.body.name})` }));"), errors: [found('flow', 'req.body.name')] }],
});
