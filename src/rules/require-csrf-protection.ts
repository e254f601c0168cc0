/** Sessions in cookies, and routes that change something: other sites send requests with those cookies, unless something tells them apart. */
import type { ApiCall } from '../engine/index.ts';
import { APP_MARKS, Apps, type Mount, type Wanted, type Words } from '../rule/app.ts';
import { analysisOf, ask } from '../rule/analysis.ts';
import { calledNode, constantOf, memberAt } from '../rule/call-rule.ts';
import { createRule } from '../rule/create-rule.ts';

interface Options {
  /** Also apps with something out of sight that may protect them. */
  readonly unsure?: boolean;
}

const CHANGES = new Set(['post', 'put', 'patch', 'delete', 'del', 'all']);
/** A file with a session says so. */
const SAYS = /session/i;
const TAKES = /\.\s*(?:post|put|patch|delete|del|all|route)\b/;

const guard: Wanted = {
  mark: 'csrf',
  hint: /csrf|xsrf|same-?origin|check-?origin|anti-?forgery|bearer|jwt|api-?key/i,
  own: (words) => tellsApart(words),
};

/** Compares a token, the origin, what the browser says of the site, or a header that no other site can set. */
function tellsApart({ names, texts, asks }: Words): boolean {
  if ([...names].some((name) => /csrf|xsrf/i.test(name))) return true;
  if (!asks) return false;
  return [...texts, ...names].some((text) => /^(?:origin|referer|sec-fetch-site|authorization|x-[a-z-]+)$/i.test(text) && !/^x-(?:forwarded|real)-/i.test(text));
}

export const rule = createRule<'missing' | 'unseen', [Options]>({
  name: 'require-csrf-protection',
  meta: {
    type: 'problem',
    docs: {
      description: 'require apps with sessions in cookies to tell apart requests that other sites start',
      recommended: 'strict',
      options: { strict: [{ unsure: true }] },
      cwe: ['CWE-352'],
      owasp: ['A01:2021', 'A01:2025'],
      severity: 6.5,
    },
    messages: {
      missing: "The session comes along with requests that other sites start, and `{{route}}` asks no more than that, so any site acts in a visitor's name: set `sameSite: 'lax'` on its cookie, or ask for a token or the origin.",
      unseen: "The session comes along with requests that other sites start, and nothing in sight of `{{route}}` tells them apart, so any site acts in a visitor's name: set `sameSite: 'lax'` on its cookie, or ask for a token or the origin.",
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: { unsure: { type: 'boolean', description: 'Also report apps with something out of sight that may protect them.' } },
      },
    ],
    defaultOptions: [{ unsure: false }],
  },
  create: (context) => {
    const { text } = context.sourceCode;
    if (!SAYS.test(text) || !TAKES.test(text)) return {};
    ask(context, [], { marks: ['session', 'sessionCookie'], beside: [...APP_MARKS, 'mounts', 'csrf'] });
    return {
      'Program:exit'() {
        const { unsure = false } = context.options[0] ?? {};
        const sessions = analysisOf(context).calls().filter(opensToAll);
        if (sessions.length === 0) return;
        const apps = new Apps(context);
        for (const session of sessions) {
          const open = firstOpen(session, apps, unsure);
          if (open) context.report({ node: calledNode(open.route.call), messageId: open.answer === 'no' ? 'missing' : 'unseen', data: { route: `${open.route.verb} ${open.route.path ?? ''}`.trim() } });
        }
      },
    };
  },
});

/** A session whose cookie goes along with requests of other sites, as far as its options tell. */
function opensToAll(call: ApiCall): boolean {
  if (!call.marks.includes('session') && !call.marks.includes('sessionCookie')) return false;
  const isPlugin = call.marks.includes('mounts');
  const options = call.shown[isPlugin ? 1 : 0];
  // a value of a library's is no object of options: `session(app)` of Koa
  if (!options || options.fact.refs.some((ref) => ref.k === 'api')) return !isPlugin || call.shown.length < 2;
  return [memberAt(options, 'cookie', 'sameSite'), memberAt(options, 'sameSite')].every((sameSite) => sameSite === 'absent' || constantOf(sameSite) === false || /^none$/i.test(String(constantOf(sameSite) ?? '')));
}

/** The first route behind the session that changes something, and which nothing protects. */
function firstOpen(session: ApiCall, apps: Apps, unsure: boolean): { readonly route: Mount; readonly answer: 'no' | 'unknown' } | undefined {
  const mounted = apps.mounts.find((mount) => mount.call.node === session.node || mount.layers.some(({ shown }) => shown.fact.ident === session.made));
  const app = mounted?.app;
  if (!mounted || !app) return undefined;
  let unknown: Mount | undefined;
  for (const route of apps.mounts) {
    // `app.all('*', …)` prepares what comes after it
    if (!CHANGES.has(route.verb) || (route.verb === 'all' && (route.path === undefined || route.path.includes('*'))) || route.layers.length === 0 || !apps.isBelow(route, app) || apps.isPast(mounted, route)) continue;
    const answer = apps.inFrontOf(route, guard);
    if (answer === 'no') return { route, answer };
    if (answer === 'unknown') unknown ??= route;
  }
  return unsure && unknown ? { route: unknown, answer: 'unknown' } : undefined;
}

