import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-unsafe-regex.ts';
import { express, koa, lines, runJavaScript } from './samples.ts';

const strict = [{ polynomial: true }] as const;
const exponential = { messageId: 'exponential' } as const;
const found = (pattern: string, attack: string, pump: string, growth = 'doubles that') => ({ ...exponential, data: { pattern, attack, pump, growth } });
const meets = (source: string, pattern: string, attack: string, line = '4', way = '', more = '') => ({ messageId: 'polynomial' as const, data: { source, pattern, attack, growth: '4', line, way, more } });
const app = express();
const LARGE = '(?:a+b?)?'.repeat(500);
const BLANKS = "' '.repeat(44000) + 'a'";

new RuleTester().run('no-unsafe-regex', rule, {
  valid: [
    // too large to be tried out: only where unsure ones are asked for, and only if something repeats what repeats itself
    `const a = /^(?:${LARGE})+$/;`,
    { code: `const a = /^(?:${LARGE})$/;`, options: [{ unsure: true }] },
    { code: 'const a = /^(?:\\w+\\s)+$/;', options: [{ unsure: true }] },
    // one way only
    'const a = /^(a+)$/;',
    'const a = /^(?:\\w+\\s)+$/;',
    'const a = /^(?:[a-z]+-)*[a-z]+$/;',
    'const a = /^\\d{4}-\\d{2}-\\d{2}$/;',
    'const a = /^(?:[\\w-]+\\.)+[a-z]{2,}$/;',
    'const a = /^"(?:\\\\.|[^"\\\\])*"$/;',
    // two ways, but nothing that could fail
    'const a = /(a+)+/;',
    'const a = /^(?:\\w+\\s?)+/;',
    // named groups are groups
    'const a = /^(?<year>\\d{4})-(?<month>\\d{2})$/u;',
    'const a = /^(?<word>\\w+)(?<rest>,\\w+)*$/u;',
    // another engine
    "import RE2 from 're2'; const a = new RE2('(a+)+$'); const b = new RE2(/(a+)+$/);",
    "const RE2 = require('re2'); const a = RE2(/(a+)+$/);",
    // not constant, no pattern, not the RegExp of the language
    'const a = (source) => new RegExp(source + "$");',
    'const a = "(a+)+$";',
    'class RegExp {} const a = new RegExp("(a+)+$");',
    'let part = "(a+)+"; part = "a"; const a = new RegExp(part + "$");',
    // cannot be read
    'const a = new RegExp("(a+)+[");',
    // a polynomial pattern, unless it is asked for
    app('req.query.name.replace(/\\s+$/, "");'),
    'const a = /\\s+$/;',
    ...[
      'const a = /\\s+$/;',
      app('req.query.name.replace(/\\s$/, "");', '/^\\s+/.test(req.query.name);'),
      // constants, numbers, lists
      app('"a b ".replace(/\\s+$/, "");', '/\\s+$/.test(String(Number(req.query.id)));'),
      app('if (["a", "b"].includes(req.query.name)) /\\s+$/.test(req.query.name);'),
      // bounded
      app('req.query.name.slice(0, 100).replace(/\\s+$/, "");'),
      app('if (req.query.name.length > 100) return res.sendStatus(400);', 'req.query.name.replace(/\\s+$/, "");'),
      app('if (/^.{1,64}$/.test(req.query.name)) req.query.name.replace(/\\s+$/, "");'),
      app('const { name } = req.query;', 'const short = name.length < 50 ? name.replace(/\\s+$/, "") : "";'),
      // of another file
      app('load().replace(/\\s+$/, "");'),
      // other engines and methods
      "import RE2 from 're2';\n" + app('new RE2("\\\\s+$").test(req.query.name);'),
      app('parser.match(req.query.name);', 'req.query.name.split(",");'),
      lines("import { clean } from './clean.js';") + app('/\\s+$/.test(clean(req.query.name));'),
    ].map((code) => ({ code, options: strict })),
  ],
  invalid: [
    { code: `const a = /^(?:${LARGE})+$/;`, options: [{ unsure: true }], errors: [{ messageId: 'large', data: { pattern: '/^(?:(?:a+b?)?(?:a+b?)?(?:a+b?)?(?:a+b?)?(?:a+b?)?(?:a+b?)?(…' } }] },
    { code: 'const a = /^(a+)+$/;', errors: [{ ...found('/^(a+)+$/', "'a'.repeat(26) + 'x'", "'a'"), line: 1, column: 11 }] },
    { code: 'const a = /^(?:\\w+\\s?)+$/i;', errors: [{ messageId: 'exponential', data: { pattern: '/^(?:\\w+\\s?)+$/i', attack: "'a'.repeat(26) + '!'", pump: "'a'", growth: 'doubles that' } }] },
    { code: 'const a = /^(a|aa)+$/;', errors: [{ messageId: 'exponential' }] },
    { code: "const a = /^'(?:\\\\.|[^'])*'$/;", errors: [exponential] },
    { code: 'const a = /^([a-zA-Z0-9_.-])+@(([a-zA-Z0-9-])+\\.)+([a-zA-Z0-9]{2,4})+$/;', errors: [exponential] },
    { code: 'const a = /^(?<word>\\w+)*$/u;', errors: [exponential] },
    { code: 'const a = [/a/, /(x+x+)+y/];', errors: [exponential] },
    { code: 'foo(/^(?:.|\\n)*;$/s.test(text));', errors: [exponential] },
    // built of constants
    { code: "const a = new RegExp('(a+)+$');", errors: [{ ...exponential, column: 22 }] },
    { code: "const a = RegExp('^(A|a)+$', 'i');", errors: [exponential] },
    { code: "const WORD = '\\\\w+'; const a = new RegExp(`^(?:${WORD}\\\\s?)+$`);", errors: [exponential] },
    { code: "const WORD = /\\w+/; const a = new RegExp('^(?:' + WORD.source + ')+$');", errors: [exponential] },
    { code: "const a = new RegExp(['^', '(?:\\\\d+)+', '$'].join(''));", errors: [exponential] },
    { code: 'const a = new RegExp(String.raw`^(?:\\d+)+$`);', errors: [exponential] },
    { code: "import RE2 from 're1'; const a = new RE2(/(a+)+$/);", errors: [exponential] },
    // reported once, where it stands
    { code: `const NAME = /^(a+)+$/;\n${app('NAME.test(req.query.name);')}`, options: strict, errors: [{ ...exponential, line: 1 }] },
    // polynomial
    { code: app('req.query.name.replace(/\\s+$/, "");'), options: strict, errors: [{ ...meets('req.query.name', '/\\s+$/', BLANKS), line: 4, column: 26 }] },
    { code: app('if (/\\s+$/.test(req.query.name)) res.end();'), options: strict, errors: [{ ...meets('req.query.name', '/\\s+$/', BLANKS), column: 7 }] },
    { code: app('/\\s+$/.exec(req.body.name);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: app('req.query.name.match(/a+b/);'), options: strict, errors: [meets('req.query.name', '/a+b/', "'a'.repeat(44000) + 'x'")] },
    { code: app('req.query.name.match("a+b");'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: app('req.query.name.split(/ *, */);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: app('req.query.name.trim().search(/\\d+x/);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: app('[...req.query.name.matchAll(/\\d+x/g)];'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: app('/^\\s*\\s*\\s*x/.test(req.query.name);'), options: strict, errors: [{ messageId: 'polynomial', data: { source: 'req.query.name', pattern: '/^\\s*\\s*\\s*x/', attack: "' '.repeat(1600) + 'a'", growth: '8', line: '4', way: '', more: '' } }] },
    { code: app('if (req.query.name.length < 2) return;', '/\\s+$/.test(req.query.name);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: koa()('/\\s+$/.test(ctx.query.name);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    { code: lines('const cut = (text, pattern) => text.replace(pattern, "");') + app('cut(req.query.name, /\\s+$/);'), options: strict, errors: [{ ...meets('req.query.name', '/\\s+$/', BLANKS, '1', ' through cut() line 5'), line: 5 }] },
    { code: app('const patterns = { blank: /\\s+$/ };', 'patterns.blank.test(req.query.name);'), options: strict, errors: [{ messageId: 'polynomial' }] },
    // the pattern is reported, once for all that meets it
    { code: lines('const BLANKS = /\\s+$/;') + app('BLANKS.test(req.query.name);', 'BLANKS.test(req.body.name);'), options: strict, errors: [{ ...meets('req.query.name', '/\\s+$/', BLANKS, '5'), line: 1, column: 16 }] },
    // what only the flow of values tells
    { code: app("const parts = { word: 'a+' };", 'new RegExp(`^(?:${parts.word})+$`).test(req.query.name);'), options: strict, errors: [exponential] },
    { code: lines("import { clean } from './clean.js';") + app('/\\s+$/.test(clean(req.query.name));'), options: [{ polynomial: true, unsure: true }], errors: [{ messageId: 'polynomial' }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: 'const a = /^(a+)$/;' }, { code: 'const a = new RegExp("(a+)$", "v");' }],
  invalid: [{ code: 'const a = /^([a-z]+)*$/v;', errors: [exponential] }],
});
