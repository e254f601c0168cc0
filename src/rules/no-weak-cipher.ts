/** Encryption that can be undone without the key: broken ciphers, blocks that repeat, IVs that are used again, tags that nobody checks, short keys. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { ApiCall } from '../engine/index.ts';
import type { Mark } from '../model/dsl.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode, constantOf, memberAt } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** Leave alone what only decrypts: data from before. */
  readonly allowDecrypt?: boolean;
}

const BROKEN = /^(?:3?des|rc[245]|arc4|bf|blowfish|cast|idea|seed)(?![a-z]*gcm)/i;
const REPEATS = /(?:^|-)ecb$/i;
const SEALED = /-(?:gcm|ccm|ocb)$|^chacha20-poly1305$/i;
/** A wrapped key has an IV that the standard fixes. */
const WRAP = /wrap/i;
const LEAST_BITS = 2048;
const SHORT_GROUPS = new Set(['modp1', 'modp2', 'modp5']);
/** What puts other bytes into a buffer. */
const FILLS = /\b(?:randomFill(?:Sync)?|getRandomValues|copy|fill|write\w*|set)\s*\(/;

const CALLS: readonly Mark[] = ['encrypts', 'decrypts', 'derives', 'weakCipher', 'repeats', 'unpads', 'makesKeys', 'groups'];

export const rule = callRule<Options>({
  name: 'no-weak-cipher',
  marks: [...CALLS, 'fixedBytes'],
  // bytes are made everywhere, ciphers are not
  wanted: (_, text) => (/\bcreate(?:C|Dec)ipheriv\b/.test(text) ? [...CALLS, 'fixedBytes'] : CALLS),
  docs: {
    description: 'disallow broken ciphers, ECB, IVs that are used again, tags that nobody checks, and short keys',
    recommended: 'recommended',
    cwe: ['CWE-327', 'CWE-326', 'CWE-329', 'CWE-1204'],
    owasp: ['A02:2021', 'A04:2025'],
    severity: 7.5,
  },
  messages: {
    broken: '`{{what}}` can be broken, so what it hides is read without the key: encrypt by aes-256-gcm.',
    repeats: '`{{what}}` makes equal blocks of equal text, so the text shows through: encrypt by aes-256-gcm.',
    derives: '`{{what}}` makes key and IV of the password by one round of MD5, and the same each time: make the key by scrypt(), the IV by randomBytes(), and use the call that ends in `iv`.',
    iv: 'The IV of `{{what}}` is the same each time, so equal texts are seen to be equal, and more: make one by randomBytes() for each text, and store it beside it.',
    unchecked: '`{{what}}` is decrypted without final(), which checks the tag, so altered text passes: call setAuthTag() and final().',
    untagged: '`{{what}}` encrypts without getAuthTag(), so nobody can tell altered text: store the tag beside the text.',
    padding: '`{{what}}` with PKCS #1 v1.5 padding tells by its errors what the text is: take RSA_PKCS1_OAEP_PADDING, the default.',
    short: '{{bits}} are too few for `{{what}}`: take {{least}} or more.',
    group: '`{{what}}` is a group too small to hide the key: take modp14 or greater, or ECDH.',
  },
  options: { allowDecrypt: { type: 'boolean', description: 'Leave alone what only decrypts: data from before.' } },
  defaults: { allowDecrypt: false },
  check: (call, { allowDecrypt = false }, context) => {
    const { marks, shown } = call;
    const algorithm = constantOf(shown[0]);
    const node = calledNode(call);
    const name = context.sourceCode.getText(call.node.type === 'TaggedTemplateExpression' ? call.node.tag : call.node.callee);
    const isDecrypt = marks.includes('decrypts') || /decrypt|Decipher/.test(name);
    if (isDecrypt && allowDecrypt && !marks.includes('unpads')) return [];
    const one = (message: string, what: string, more: Record<string, string> = {}): readonly Report[] => [{ node, message, data: { what, ...more } }];
    if (marks.includes('derives')) return one('derives', name);
    if (marks.includes('weakCipher')) return one('broken', name);
    if (marks.includes('repeats')) return one('repeats', `${name}, mode ECB`);
    if (marks.includes('unpads')) return one('padding', name);
    if (marks.includes('makesKeys')) {
      const bits = constantOf(memberAt(shown[1], 'modulusLength'));
      return typeof algorithm === 'string' && /^(?:rsa|dsa)/.test(algorithm) && typeof bits === 'number' && bits < LEAST_BITS ? one('short', algorithm, { bits: `${bits} bits`, least: String(LEAST_BITS) }) : [];
    }
    if (marks.includes('groups')) {
      if (typeof algorithm === 'number') return algorithm < LEAST_BITS ? one('short', name, { bits: `${algorithm} bits`, least: String(LEAST_BITS) }) : [];
      return typeof algorithm === 'string' && SHORT_GROUPS.has(algorithm) ? one('group', algorithm) : [];
    }
    if (typeof algorithm !== 'string' || !(marks.includes('encrypts') || marks.includes('decrypts'))) return [];
    if (BROKEN.test(algorithm)) return one('broken', algorithm);
    if (REPEATS.test(algorithm)) return one('repeats', algorithm);
    return [...(marks.includes('encrypts') && !WRAP.test(algorithm) && isFixed(call, context) ? one('iv', algorithm) : []), ...(SEALED.test(algorithm) ? unsealed(isDecrypt, context).flatMap((message) => one(message, algorithm)) : [])];
  },
});

/** The IV is a constant, or a buffer that is made of constants and not filled again. */
function isFixed({ shown: [, , iv] }: ApiCall, context: AnyContext): boolean {
  if (typeof constantOf(iv) === 'string') return true;
  if (!iv || iv.fact.ident === 0) return false;
  return analysisOf(context)
    .calls()
    .some((made) => made.marks.includes('fixedBytes') && made.made === iv.fact.ident && made.args.length > 0 && made.args.every(({ literal }) => literal) && !(isEmpty(made.node) && FILLS.test(context.sourceCode.text)));
}

const isEmpty = ({ type, ...node }: ApiCall['node']): boolean => type === 'CallExpression' && 'callee' in node && node.callee.type === 'MemberExpression' && (node.callee.property as TSESTree.Identifier).name === 'alloc';

/** What the file never calls on a cipher that is used in it; one that is handed on, or a stream, may be finished elsewhere. */
function unsealed(isDecrypt: boolean, { sourceCode: { text } }: AnyContext): readonly ('unchecked' | 'untagged')[] {
  if (!/\.update\s*\(/.test(text) || /\bpipe(?:line)?\s*\(/.test(text)) return [];
  if (isDecrypt) return /\.\s*final\b/.test(text) ? [] : ['unchecked'];
  return /\.\s*getAuthTag\b/.test(text) ? [] : ['untagged'];
}
