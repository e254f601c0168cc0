/** Logins and their like without a limit: who may try as often as a machine can will find the password, or the code of six digits. */
import { calledNode } from '../rule/call-rule.ts';
import { APP_MARKS, Apps, assumes, type Layer, type Mount, type Wanted, type Words } from '../rule/app.ts';
import { ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';

interface Options {
  /** Also routes that something out of sight may limit. */
  readonly unsure?: boolean;
}

const VERBS = new Set(['post', 'put', 'patch', 'all', 'route', 'use']);
/** Ends of paths where somebody shows who they are. */
const LOGIN = /^(?:log-?in|sign-?in|authenticate|auth|token|sessions?|otp|totp|2fa|mfa|two-factor|verify-?(?:otp|code|2fa|token)?|(?:forgot|reset|change)(?:-?password)?|password(?:-?reset)?|sign-?up|register)$/i;
const CREDENTIAL = /^(?:password|passwd|passphrase|pwd|newPassword|oldPassword|otp|totp|pin|mfaCode|otpCode|twoFactorCode|verificationCode|resetToken)$/i;
/** With the path of a login these will do. */
const CLAIM = /^(?:e-?mail|user(?:name)?|code|token|login|phone|authenticate|passport)$/i;
const TAKES = /\.\s*(?:post|put|patch|all|route)\b/;
/** What a file with such a route says of it, in its path or in the names it reads; most files do not. */
const SAYS = /['"`/](?:log-?in|sign-?(?:in|up)|auth|token|session|t?otp|2fa|mfa|two-factor|verify|forgot|reset|change|password|register)|\b(?:passw|passphrase|pwd|newPassw|oldPassw|t?otp|pin\b|mfaCode|twoFactor|verificationCode|resetToken)/i;

const limiter: Wanted = {
  mark: 'rateLimit',
  hint: /limit|throttl|brute|slow-?down|rate|attempt|quota|lockout|captcha/i,
  own: (words) => limits(words),
};

/** Answers 429, or counts and compares. */
function limits({ names, texts, numbers, compares }: Words): boolean {
  if (numbers.has(429) || [...texts].some((text) => /too many|captcha/i.test(text)) || names.has('TOO_MANY_REQUESTS')) return true;
  const all = [...names];
  if (all.some((name) => /rate-?limit|throttle|captcha|tooMany/i.test(name))) return true;
  return compares && all.some((name) => /attempt|hits|tries|failure|failed|lock|incr$|bucket|quota|requests?Count|counts?$/i.test(name));
}

export const rule = createRule<'missing' | 'unseen', [Options]>({
  name: 'require-rate-limit',
  meta: {
    type: 'problem',
    docs: {
      description: 'require a limit of requests in front of logins and their like',
      recommended: 'strict',
      options: { strict: [{ unsure: true }] },
      cwe: ['CWE-307', 'CWE-770'],
      owasp: ['A07:2021', 'A07:2025'],
      severity: 6.5,
    },
    messages: {
      missing: '`{{route}}` takes credentials and nothing in front of it limits how often, so passwords and codes are tried until one fits: put a limiter on the route or before it.',
      unseen: '`{{route}}` takes credentials and nothing in sight limits how often, so passwords and codes are tried until one fits: put a limiter on the route, or say in the settings that a proxy limits.',
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: { unsure: { type: 'boolean', description: 'Also report routes that something out of sight may limit.' } },
      },
    ],
    defaultOptions: [{ unsure: false }],
  },
  create: (context) => {
    const { text } = context.sourceCode;
    if (!TAKES.test(text) || !SAYS.test(text) || assumes(context, 'rateLimit')) return {};
    ask(context, [], { marks: ['mounts'], beside: [...APP_MARKS, 'rateLimit'] });
    return {
      'Program:exit'() {
        const { unsure = false } = context.options[0] ?? {};
        const apps = new Apps(context);
        for (const route of apps.mounts) {
          const takes = credentialsAt(route, apps);
          if (takes === 'no' || (takes === 'unknown' && !unsure)) continue;
          const limited = apps.inFrontOf(route, limiter);
          if (limited === 'yes' || (limited === 'unknown' && !unsure)) continue;
          const messageId = takes === 'yes' && limited === 'no' ? 'missing' : 'unseen';
          context.report({ node: calledNode(route.call), messageId, data: { route: `${route.verb} ${route.path ?? ''}`.trim() } });
        }
      },
    };
  },
});

/** Whether a route takes credentials: its handlers read them, or it is called a login; unknown where what handles it is out of sight. */
function credentialsAt(route: Mount, apps: Apps): 'yes' | 'no' | 'unknown' {
  const { verb, path, layers } = route;
  if (!VERBS.has(verb) || layers.length === 0 || (path === undefined && verb === 'use')) return 'no';
  const names = layers.flatMap((layer) => apps.functionsOf(layer)).flatMap((fn) => [...apps.wordsOf(fn).names]);
  const segments = (path ?? '').split('/').filter((part) => part !== '' && !part.startsWith(':'));
  const isLogin = LOGIN.test(segments.at(-1) ?? '') || segments.some((part) => /^(?:forgot|reset)-?password$/i.test(part));
  const readsBody = names.includes('body') || names.includes('json') || names.includes('formData');
  if (verb === 'use') return 'no';
  if (readsBody && names.some((name) => CREDENTIAL.test(name))) return 'yes';
  if (!isLogin) return 'no';
  if (readsBody && names.some((name) => CLAIM.test(name))) return 'yes';
  const last = layers.at(-1);
  if (layers.some(isPassport)) return 'yes';
  return last && apps.functionsOf(last).length === 0 && last.shown.fact.refs.length === 0 ? 'unknown' : 'no';
}

/** `passport.authenticate('local')`, which reads them itself. */
const isPassport = ({ node }: Layer): boolean => node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'authenticate' && !/^(?:jwt|bearer)$/.test(node.arguments[0]?.type === 'Literal' ? String(node.arguments[0].value) : '');
