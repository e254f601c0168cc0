import { RuleTester } from '@typescript-eslint/rule-tester';
import { describe, expect, test } from 'vitest';
import { rule } from '../../src/rules/no-incomplete-sanitization.ts';
import { runJavaScript } from './samples.ts';

const once = (what: string) => ({ messageId: 'once' as const, data: { what } });
const fixed = (code: string, output: string, what: string) => ({ code, output, errors: [once(what)] });
const suggested = (code: string, output: string, what: string) => ({ code, errors: [{ ...once(what), suggestions: [{ messageId: 'global' as const, output }] }] });
const backslash = (quote: string) => ({ messageId: 'backslash' as const, data: { quote } });
const token = (token: string, attack: string) => ({ messageId: 'token' as const, data: { token, attack, left: token } });

new RuleTester().run('no-incomplete-sanitization', rule, {
  valid: [
    // all of them
    String.raw`a.replaceAll("'", "''");`,
    String.raw`a.replace(/'/g, "''");`,
    String.raw`a.replace(/</g, '&lt;').replace(/>/g, '&gt;');`,
    String.raw`a.replace(/[&<>]/g, (c) => ENTITIES[c]);`,
    // one known occurrence: a prefix, an ending, a version, a placeholder, a separator
    String.raw`name.replace('.js', '.ts'); name.replace('.js', '');`,
    String.raw`version.replace('.', ''); version.replace('v', '');`,
    String.raw`name.replace('/', '__'); name.replace('/', '%2F'); name.replace('@', '');`,
    String.raw`text.replace('$1', value); text.replace('{id}', id); sql.replace('?', id);`,
    String.raw`path.replace('\\', '/'); date.replace(' ', 'T'); date.replace('+', ' ');`,
    String.raw`text.replace(/^'/, "\\'"); text.replace(/"$/, ''); text.replace(/^<|>$/, '');`,
    String.raw`text.replace(/\n$/, ''); output.toString().replace('\n', '');`,
    String.raw`text.replace('\n', '<br>'); price.replace('$', ''); text.replace('"', '');`,
    String.raw`const id = messageId.replace('<', '').replace('>', '');`,
    String.raw`const cleanId = messageId.replace('<', '').replace('>', ''); const quoteless = text.replace('"', '').replace('"', '');`,
    // constants
    String.raw`"it's".replace("'", "''"); const TEXT = "it's"; TEXT.replace("'", "''");`,
    // the backslash is escaped, before or at once
    String.raw`a.replace(/\\/g, '\\\\').replace(/'/g, "\\'");`,
    String.raw`a.replace(/[\\']/g, '\\$&'); a.replace(/(["\\])/g, '\\$1');`,
    String.raw`let b = a.replace(/\\/g, '\\\\'); b = b.replace(/'/g, "\\'");`,
    String.raw`const b = a.replaceAll('\\', '\\\\'); const c = b.replaceAll('"', '\\"');`,
    String.raw`JSON.stringify(a).replace(/'/g, "\\'"); JSON.stringify(a).slice(1, -1).replace(/'/g, "\\'");`,
    // a quote of the shell ends, and begins again
    String.raw`a.replace(/'/g, "'\\''"); a.replace(/'/g, "'\"'\"'");`,
    // in the right order
    String.raw`a.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');`,
    String.raw`a.replace(/&lt;/g, '<').replace(/&quot;/g, '"').replace(/&amp;/g, '&');`,
    String.raw`a.replace(/&/g, '&amp;');`,
    // nothing is there again
    String.raw`const safe = name.replace(/\.\./g, ''); const clean = name.replace(/[./]/g, '');`,
    String.raw`a.replace(/<script>/g, '&lt;script>'); a.replace(/<[^>]*>/g, ''); a.replace(/[<>]/g, '');`,
    String.raw`let b = a; do { a = b; b = a.replace(/<script>/g, ''); } while (a !== b);`,
    String.raw`while (/\.\.\//.test(safe)) safe = safe.replace(/\.\.\//g, '');`,
    // for looks: of a path of ours, of a page of ours
    String.raw`const module = relative.replace(/\.\.\//g, '').replace('../', '');`,
    String.raw`const page = html.replace(/<!--[^]*?-->/g, '');`,
    // others have methods of this name
    String.raw`router.replace('/a'); history.replace("'", state, ''); a.replace(pattern, ''); a.replace("'", value);`,
  ],
  invalid: [
    // the first one alone
    fixed(String.raw`const b = a.replace("'", "''");`, String.raw`const b = a.replaceAll("'", "''");`, "`'`"),
    fixed(String.raw`a.replace('<', '&lt;');`, String.raw`a.replaceAll('<', '&lt;');`, '`<`'),
    fixed(String.raw`a.replace('"', '&#34;');`, String.raw`a.replaceAll('"', '&#34;');`, '`"`'),
    fixed(String.raw`a.replace('&', '%26');`, String.raw`a.replaceAll('&', '%26');`, '`&`'),
    fixed(String.raw`a.replace('\\', '\\\\');`, String.raw`a.replaceAll('\\', '\\\\');`, 'backslash'),
    fixed(String.raw`a.replace('\n', '\\n');`, String.raw`a.replaceAll('\n', '\\n');`, 'line end'),
    fixed(String.raw`new RegExp(host.replace('.', '\\.'));`, String.raw`new RegExp(host.replaceAll('.', '\\.'));`, '`.`'),
    fixed(String.raw`a?.trim().replace('<', '\\u003c');`, String.raw`a?.trim().replaceAll('<', '\\u003c');`, '`<`'),
    fixed(String.raw`a.replace(/\\/g, '\\\\').replace('"', '\\"');`, String.raw`a.replace(/\\/g, '\\\\').replaceAll('"', '\\"');`, '`"`'),
    suggested(String.raw`a.replace(/'/, "''");`, String.raw`a.replace(/'/g, "''");`, "`'`"),
    suggested(String.raw`a.replace(/[<>]/i, '&lt;');`, String.raw`a.replace(/[<>]/ig, '&lt;');`, 'of `<>`'),
    suggested(String.raw`a.replace(/[&<>"]/, (c) => ENTITIES[c]);`, String.raw`a.replace(/[&<>"]/g, (c) => ENTITIES[c]);`, 'of `"<>&`'),
    suggested(String.raw`a.replace(/[.*+?^$]/, '\\$&');`, String.raw`a.replace(/[.*+?^$]/g, '\\$&');`, 'of `$.*+?^`'),
    { code: String.raw`a.replace('$', '\\$');`, errors: [once('`$`')] },
    { code: String.raw`const QUOTE = "'"; a.replace(QUOTE, "''");`, errors: [once("`'`")] },
    // stripped, where safety is meant
    fixed(String.raw`const sanitize = (text) => text.replace('<', '');`, String.raw`const sanitize = (text) => text.replaceAll('<', '');`, '`<`'),
    fixed(String.raw`const safe = name.replace("'", '');`, String.raw`const safe = name.replaceAll("'", '');`, "`'`"),
    fixed(String.raw`function cleanUp(text) { return text.replace(';', ''); }`, String.raw`function cleanUp(text) { return text.replaceAll(';', ''); }`, '`;`'),
    fixed(String.raw`load(req.query.name.replace('"', ''));`, String.raw`load(req.query.name.replaceAll('"', ''));`, '`"`'),
    { code: String.raw`const file = req.params.file.replace('..', '');`, errors: [once('`..`')] },
    // quotes without backslashes
    { code: String.raw`a.replace(/'/g, "\\'");`, errors: [backslash("'")] },
    { code: String.raw`a.replaceAll('"', '\\"');`, errors: [backslash('"')] },
    { code: String.raw`a.replace(/['"]/g, '\\$&');`, errors: [backslash("'")] },
    { code: String.raw`a.replace("'", "\\'");`, errors: [backslash("'")] },
    { code: String.raw`const line = 'say "' + a.replace(/(")/g, '\\$1') + '"';`, errors: [backslash('"')] },
    { code: String.raw`a.replace(/'/g, "\\'").replace(/\\/g, '\\\\');`, errors: [backslash("'")] },
    { code: String.raw`let b = a.trim(); b = b.replace(/'/g, "\\'");`, errors: [backslash("'")] },
    // the ampersand at the wrong time
    { code: String.raw`a.replace(/</g, '&lt;').replace(/&/g, '&amp;');`, errors: [{ messageId: 'order', data: { what: '`<`' } }] },
    { code: String.raw`let b = a.replace(/"/g, '&quot;'); b = b.replace(/&/g, '&amp;');`, errors: [{ messageId: 'order' }] },
    { code: String.raw`a.replace(/&amp;/g, '&').replace(/&lt;/g, '<');`, errors: [{ messageId: 'unescape', data: { what: '`&lt;`' } }] },
    { code: String.raw`a.replaceAll('&amp;', '&').trim().replaceAll('&#39;', "'");`, errors: [{ messageId: 'unescape' }] },
    // tokens that are there again
    { code: String.raw`a.replace(/<script>/gi, '');`, errors: [token('<script>', '<<script>script>')] },
    { code: String.raw`a.replace(/<script[^>]*>|<\/script>/g, '');`, errors: [{ messageId: 'token' }] },
    { code: String.raw`a.replaceAll('<script', '');`, errors: [{ messageId: 'token' }] },
    { code: String.raw`a.replace(/on\w+=/g, '');`, errors: [{ messageId: 'token' }] },
    { code: String.raw`a.replace(/javascript:/i, '');`, errors: [{ messageId: 'token' }] },
    { code: String.raw`const safe = name.replace(/\.\.\//g, '');`, errors: [token('../', '..././')] },
    { code: String.raw`const file = req.query.file.replaceAll('../', '');`, errors: [{ messageId: 'token' }] },
    { code: String.raw`function sanitize(html) { return html.replace(/<!--/g, ''); }`, errors: [{ messageId: 'token' }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: String.raw`module.exports = (a) => a.replace(/'/g, "''");` }],
  invalid: [{ code: String.raw`module.exports = (a) => a.replace("'", "''");`, output: String.raw`module.exports = (a) => a.replaceAll("'", "''");`, errors: [once("`'`")] }],
});

describe('what the messages and the fix say', () => {
  const quoted = (escape: (text: string) => string, text: string): string => `'${escape(text)}'`;

  test('a fix answers alike where there was one, and stops the attack where there are two', () => {
    const before = (text: string): string => text.replace("'", "''"); // eslint-disable-line secure-node/no-incomplete-sanitization -- it is what is tested
    const after = (text: string): string => text.replaceAll("'", "''");
    for (const honest of ['', 'Ann', "O'Brien"]) expect(after(honest)).toBe(before(honest));
    const attack = "' OR 1=1 --' ";
    const closes = (text: string): boolean => /'/.test(text.slice(1, -1).replaceAll("''", ''));
    expect(closes(quoted(before, attack))).toBe(true);
    expect(closes(quoted(after, attack))).toBe(false);
  });

  test('a backslash of the text takes the one before the quote', () => {
    const escape = (text: string): string => text.replace(/'/g, "\\'"); // eslint-disable-line secure-node/no-incomplete-sanitization -- it is what is tested
    const run = (text: string): unknown => new Function(`return ${quoted(escape, text)};`)() as unknown;
    expect(run("it's")).toBe("it's");
    expect(run("\\' + 6 * 7 //")).toBe('\\42');
  });
});
