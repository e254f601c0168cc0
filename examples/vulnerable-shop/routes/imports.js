/** Suppliers, and what comes from them: price lists in YAML, orders in XML, pages of theirs, settings. */
import { DOMParser } from '@xmldom/xmldom';
import { Router } from 'express';
import yaml from 'js-yaml';
import sax from 'sax';
import xpath from 'xpath';

const HOSTS = ['prices.example', 'leaf.example'];
const SUPPLIERS = `<suppliers>
  <supplier name="Leaf"><city>Assam</city></supplier>
  <supplier name="Leaf and Sons" secret="yes"><city>Nowhere</city></supplier>
</suppliers>`;
const REFUSED = ['__proto__', 'constructor', 'prototype'];

const isObject = (value) => typeof value === 'object' && value !== null;

function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (isObject(source[key]) && isObject(target[key])) merge(target[key], source[key]);
    else target[key] = source[key]; // flaw: no-prototype-pollution [suggestion]
  }
  return target;
}

function mergeOwn(target, source) {
  for (const key of Object.keys(source)) {
    if (REFUSED.includes(key)) continue;
    if (isObject(source[key]) && isObject(target[key])) mergeOwn(target[key], source[key]);
    else target[key] = source[key]; // safe: no-prototype-pollution
  }
  return target;
}

/** The text of an order, without its tags. */
function textOf(xml, parser) {
  let text = '';
  parser.ontext = (more) => {
    text += more;
  };
  parser.write(xml).close();
  return text;
}

export function importRoutes() {
  const router = Router();

  router.post('/list', (req, res) => {
    const list = yaml.load(req.body.text); // flaw: no-unsafe-deserialization [fix]
    res.json({ imported: `${list.name}` });
  });

  router.post('/list/plain', (req, res) => {
    const list = yaml.safeLoad(req.body.text); // safe: no-unsafe-deserialization
    res.json({ imported: `${list.name}` });
  });

  router.post('/order', (req, res) => {
    const parser = sax.parser(true);
    parser.ondoctype = (dtd) => {
      for (const [, name, value] of dtd.matchAll(/<!ENTITY (\w+) "([^"]*)">/g)) parser.ENTITIES[name] = value; // flaw: no-xxe [by hand]
    };
    res.json({ text: textOf(req.body.xml, parser) });
  });

  router.post('/order/plain', (req, res) => {
    const parser = sax.parser(true);
    parser.ENTITIES.shop = 'The tea shop'; // safe: no-xxe
    res.json({ text: textOf(req.body.xml, parser) });
  });

  router.post('/page', async (req, res) => {
    const answer = await fetch(req.body.url); // flaw: no-ssrf [by hand]
    res.json({ page: await answer.text() });
  });

  router.post('/page/known', async (req, res) => {
    const url = new URL(req.body.url);
    if (url.protocol !== 'https:' || !HOSTS.includes(url.hostname)) {
      res.status(403).json({ error: 'Only pages of suppliers' });
      return;
    }
    const answer = await fetch(url); // safe: no-ssrf
    res.json({ page: await answer.text() });
  });

  const suppliers = new DOMParser().parseFromString(SUPPLIERS, 'text/xml');

  router.get('/supplier', (req, res) => {
    const { name } = req.query;
    res.json({ city: xpath.select(`string(//supplier[not(@secret) and @name="${name}"]/city)`, suppliers) }); // flaw: no-ldap-xpath-injection [by hand]
  });

  router.get('/supplier/bound', (req, res) => {
    const query = xpath.parse('string(//supplier[not(@secret) and @name=$name]/city)'); // safe: no-ldap-xpath-injection
    res.json({ city: query.evaluateString({ node: suppliers, variables: { name: String(req.query.name) } }) });
  });

  const settings = { mail: { from: 'shop@shop.example', reply: 'no' } };

  router.patch('/settings', (req, res) => {
    res.json(merge(settings, req.body));
  });

  router.patch('/settings/own', (req, res) => {
    res.json(mergeOwn(settings, req.body));
  });

  return router;
}
