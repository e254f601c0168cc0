import { RuleTester } from '@typescript-eslint/rule-tester';
import { describe, expect, test } from 'vitest';
import { rule } from '../../src/rules/no-incomplete-url-check.ts';
import { hostFlaw, hostText } from '../../src/text/hosts.ts';
import { runJavaScript } from './samples.ts';

type Id = 'anywhere' | 'goesOn' | 'before' | 'scheme' | 'suffix';
const instead: Readonly<Record<string, string>> = { hostname: '`new URL(…).hostname`', origin: '`new URL(…).origin`', host: 'the whole host', whole: 'the whole origin' };

/** What is said, and the code with the suggestion; without `output` nothing is offered. */
const bad = (code: string, messageId: Id, output?: string, what?: string) => ({
  code,
  errors: [{ messageId, suggestions: output === undefined ? null : [{ messageId: messageId === 'suffix' ? ('endsWith' as const) : ('hostname' as const), ...(what === undefined ? {} : { data: { what: instead[what] } }), output }] }],
});

new RuleTester().run('no-incomplete-url-check', rule, {
  valid: [
    // the host as a whole, or with a dot before it
    "new URL(url).hostname === 'example.com';",
    "host === 'example.com' || host.endsWith('.example.com');",
    "new URL(url).hostname.endsWith('.example.com');",
    "HOSTS.includes(new URL(url).hostname); ['https://a.example.com'].includes(origin);",
    "origin === 'https://example.com';",
    // closed
    "url.startsWith('https://example.com/'); url.startsWith('https://example.com?'); url.startsWith('https://example.com/path');",
    "url.indexOf('https://example.com/') === 0;",
    "/^https:\\/\\/example\\.com(?:\\/|$)/.test(url); /^https:\\/\\/(?:a|b)\\.example\\.com\\//.test(url);",
    "/^https?:\\/\\/(?:[a-z]+\\.)?example\\.com$/.test(origin); /(?:^|\\.)example\\.com$/.test(host); /\\.example\\.com$/.test(host);",
    // paths, MIME types, ends of files, names of packages, schemes, pages
    "url.includes('/api'); url.endsWith('.json'); url.startsWith('https://'); url.startsWith('http');",
    "type.includes('application/vnd.api+json'); file.endsWith('index.js'); url.endsWith('main.ts'); id.includes('socket.io');",
    "text.includes('example.com'); html.includes('https://example.com'); email.endsWith('@example.com'); url.includes('?a=b.c');",
    // settings, constants, what a browser says of itself
    "process.env.DATABASE_URL.includes('neon.com'); const url = process.env.URL; url.includes('neon.com');",
    "config.url.includes('example.com'); this.baseUrl.includes('api.example.com'); registryUrl.includes('example.com');",
    "const url = 'https://example.com'; url.includes('example.com'); import.meta.url.includes('example.com'); location.hostname.includes('example.com');",
    // a variable goes by what it was read from, where its own name says nothing
    "const page = config.url; page.includes('example.com'); const type = req.get('content-type') ?? ''; type.includes('example.com');",
    "const from = req.get('referer') ?? ''; if (!from.startsWith('https://example.com/')) refuse();",
    "let from = req.get('referer'); from = text; from.includes('example.com'); const a = b.trim(), b = a.trim(); a.includes('example.com');",
    // what is taken out, and not asked for
    'const id = /youtu.be.com\\/(\\w+)/.exec(url)[1]; const [, name] = url.match(/example.com\\/(\\w+)/) ?? [];',
    // other schemes are refused, or spoken of, as well
    "if (url.startsWith('javascript:') || url.startsWith('data:') || url.startsWith('vbscript:')) refuse();",
    "if (href.startsWith('javascript:') || href.startsWith('mailto:')) return1();",
    "if (!/^https?:/.test(url) || url.startsWith('javascript:')) refuse();",
    // found, or long enough
    'text.indexOf(end) !== -1 && text.indexOf(end) === text.length - end.length;',
    'text.length >= end.length && text.lastIndexOf(end) === text.length - end.length;',
    'text.indexOf(end) >= 0 && text.lastIndexOf(end) === text.length - end.length;',
    "text.indexOf('.') === text.length - 1; text.indexOf(end) === text.length - other.length; text.indexOf(end) === 0;",
  ],
  invalid: [
    // anywhere
    { code: "if (url.includes('example.com')) go();", errors: [{ messageId: 'anywhere', data: { host: 'example.com', value: 'url', attack: 'https://evil.org/?example.com' }, suggestions: [{ messageId: 'hostname', data: { what: '`new URL(…).hostname`' }, output: "if (new URL(url).hostname === 'example.com') go();" }] }] },
    bad("if (!req.query.url.includes('example.com')) refuse();", 'anywhere', "if (new URL(req.query.url).hostname !== 'example.com') refuse();", 'hostname'),
    bad("if (url.includes('https://example.com')) go();", 'anywhere', "if (new URL(url).origin === 'https://example.com') go();", 'origin'),
    bad('const isOurs = url.indexOf("example.com") !== -1;', 'anywhere', 'const isOurs = new URL(url).hostname === "example.com";', 'hostname'),
    bad("if (url.indexOf('example.com') < 0) refuse();", 'anywhere', "if (new URL(url).hostname !== 'example.com') refuse();", 'hostname'),
    bad("if (req.get('referer').includes('example.com')) go();", 'anywhere', "if (new URL(req.get('referer')).hostname === 'example.com') go();", 'hostname'),
    bad("const from = req.get('referer') ?? ''; if (!from.startsWith('https://example.com')) refuse();", 'goesOn', "const from = req.get('referer') ?? ''; if (new URL(from).origin !== 'https://example.com') refuse();", 'origin'),
    bad("const given = req.query.url; if (given.includes('example.com')) go();", 'anywhere', "const given = req.query.url; if (new URL(given).hostname === 'example.com') go();", 'hostname'),
    bad("if (new URL(url).hostname.includes('example.com')) go();", 'anywhere', "if (new URL(url).hostname === 'example.com') go();", 'host'),
    bad("const HOST = 'example.com'; if (req.headers.origin.includes(HOST)) go();", 'anywhere', "const HOST = 'example.com'; if (new URL(req.headers.origin).hostname === 'example.com') go();"),
    bad("if (redirectUrl?.includes('example.com')) go();", 'anywhere'),
    bad("import { URL } from './url.js'; if (url.includes('example.com')) go();", 'anywhere'),
    // it goes on
    bad("if (url.startsWith('https://example.com')) go();", 'goesOn', "if (new URL(url).origin === 'https://example.com') go();", 'origin'),
    bad("if (req.headers.origin.startsWith('https://example.com')) go();", 'goesOn', "if (req.headers.origin === 'https://example.com') go();", 'whole'),
    bad("if (url.indexOf('https://example.com') === 0) go();", 'goesOn', "if (new URL(url).origin === 'https://example.com') go();"),
    bad("const isOurs = (target) => target.startsWith('//example.com');", 'goesOn'),
    { code: "if (url.startsWith('https://example.com:')) go();", errors: [{ messageId: 'goesOn', data: { attack: 'https://example.com:x@evil.org' }, suggestions: null }] },
    bad("if (host.startsWith('example.com')) go();", 'goesOn', "if (host === 'example.com') go();", 'host'),
    // something before it
    bad("if (new URL(url).hostname.endsWith('example.com')) go();", 'before', "if (new URL(url).hostname === 'example.com' || new URL(url).hostname.endsWith('.example.com')) go();", 'host'),
    bad("if (!host.endsWith('example.com')) refuse();", 'before', "if (!(host === 'example.com' || host.endsWith('.example.com'))) refuse();", 'host'),
    bad("return1(origin.endsWith('example.com'));", 'before', "return1(new URL(origin).hostname === 'example.com');", 'hostname'),
    // patterns
    { code: 'if (/^https:\\/\\/www.example\\.com\\//.test(url)) go();', errors: [{ messageId: 'dot', data: { attack: 'https://wwwxexample.com/' }, suggestions: [{ messageId: 'escape', output: 'if (/^https:\\/\\/www\\.example\\.com\\//.test(url)) go();' }] }] },
    { code: 'const OURS = /^https:\\/\\/example.com$/; cors({ origin: (origin) => OURS.test(origin) });', errors: [{ messageId: 'dot', suggestions: [{ messageId: 'escape', output: 'const OURS = /^https:\\/\\/example\\.com$/; cors({ origin: (origin) => OURS.test(origin) });' }] }] },
    { code: "if (new RegExp('^https://example.com/').test(url)) go();", errors: [{ messageId: 'dot', suggestions: null }] },
    { code: 'if (/example\\.com/.test(req.query.redirect)) go();', errors: [{ messageId: 'anywhere', data: { host: 'example.com', value: 'req.query.redirect', attack: 'https://evil.org/?https://example.com/' } }] },
    { code: 'if (url.match(/https:\\/\\/example\\.com\\//)) go();', errors: [{ messageId: 'anywhere' }] },
    { code: 'if (/example\\.com$/.test(host)) go();', errors: [{ messageId: 'anywhere', data: { host: 'example.com', value: 'host', attack: 'evilexample.com' } }] },
    { code: 'if (/^https?:\\/\\/(?:[a-z]+\\.)?example\\.com/.test(url)) go();', errors: [{ messageId: 'goesOn', data: { attack: 'https://example.com.evil.org' } }] },
    { code: 'if (url.search(/example\\.com/) >= 0) go();', errors: [{ messageId: 'anywhere' }] },
    // one scheme of several
    bad("const check = (url) => { if (url.startsWith('javascript:')) throw new Error('no'); };", 'scheme'),
    bad('const isSafe = (href) => !/^javascript:/i.test(href);', 'scheme'),
    bad("const isSafe = (link) => link.trim().toLowerCase().indexOf('javascript:') !== 0;", 'scheme'),
    // not found
    bad('const ends = text.indexOf(end) === text.length - end.length;', 'suffix', 'const ends = text.endsWith(end);'),
    bad("if (host.lastIndexOf('.example.com') !== host.length - 12) refuse();", 'suffix', "if (!host.endsWith('.example.com')) refuse();"),
  ],
});

runJavaScript(rule, {
  valid: [{ code: "module.exports = (url) => new URL(url).hostname === 'example.com';" }],
  invalid: [{ code: "module.exports = (url) => url.includes('example.com');", errors: [{ messageId: 'anywhere', suggestions: [{ messageId: 'hostname', output: "module.exports = (url) => new URL(url).hostname === 'example.com';" }] }] }],
});

describe('hosts', () => {
  test('what is said to pass does', () => {
    for (const source of ['^https:\\/\\/www.example\\.com\\/', 'example\\.com', '^https?:\\/\\/example\\.com', 'example\\.com$', '^(?:https?:\\/\\/)?(?:www\\.)?example\\.com']) {
      const flaw = hostFlaw(source, 'i', false);
      expect(new RegExp(source, 'i').test(flaw?.attack ?? '')).toBe(true);
      expect(new URL((flaw?.attack ?? '').replace(/^(?!https?:)/, 'https://')).hostname).not.toMatch(/(?:^|\.)example\.com$/);
    }
  });

  test.each(['(?:^|\\.)example\\.com$', '^example\\.com$', '^https:\\/\\/example\\.com\\/', '^https:\\/\\/example\\.com(?:\\/|$)', 'index\\.js$', '\\.json', '[.]'])('/%s/ is silent', (source) => {
    expect(hostFlaw(source, '', source.startsWith('('))).toBeUndefined();
  });

  test.each(['example.js', '.example.com', 'com', 'a b.com', 'https://', 'v1.2.3', 'socket.io.js'])('%s is no host', (text) => {
    expect(hostText(text)).toBeUndefined();
  });
});
