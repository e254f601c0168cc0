/** What a replacement is meant to do to a text, and what it leaves undone. */
import { readPattern } from './pattern.ts';
import { runnable } from './runnable.ts';

/** What is sought: a text, or a pattern. */
export type Sought = { readonly text: string } | { readonly source: string; readonly flags: string };

/** Characters that mean something to a language that texts are put into. */
const META = '\'"`\\<>&$.*+?^(){}[]|;#%\n\r';
/** Of these, those that nobody takes out of a text for its looks alone. */
const STRIPPED = '\'"`<>&\\;|$\n\r';

/** The characters of META that are replaced one by one; none where more or less than one character is sought, or one at a known place. */
export function metaSought(sought: Sought): string {
  if ('text' in sought) return sought.text.length === 1 && META.includes(sought.text) ? sought.text : '';
  const key = `${sought.flags}/${sought.source}`;
  let known = knownMeta.get(key);
  if (known === undefined) {
    // an editor asks for new ones for days
    if (knownMeta.size >= MOST_KNOWN) knownMeta.clear();
    knownMeta.set(key, (known = metaOf(sought)));
  }
  return known;
}

const MOST_KNOWN = 1000;
const knownMeta = new Map<string, string>();

function metaOf({ source, flags }: { readonly source: string; readonly flags: string }): string {
  if (/(?:^|[^\\[])[$^]|\(\?<?[=!]|\\[bB]/.test(source.replaceAll(/\[(?:\\.|[^\]\\])*\]/g, 'x'))) return '';
  const { minLength, maxLength } = readPattern(`^(?:${source})$`, flags);
  if (minLength !== 1 || maxLength !== 1) return '';
  const one = runnable(`^(?:${source})$`, flags);
  const found = one ? [...META].filter((char) => one.test(char)) : [];
  // a class of nearly everything keeps what is good, and is no list of what is bad
  return found.length > 20 ? '' : found.join('');
}

/** By how it is escaped: `\'`, `''`, `&lt;`, `%27`, `\n`, `\u003c`. */
export function escapeStyle(chars: string, put: string): 'backslash' | 'double' | 'entity' | 'code' | undefined {
  if (/^\\+\$[&1]$/.test(put) || (chars.length === 1 && put === `\\${chars}`)) return 'backslash';
  if (chars.length === 1 && /['"`]/.test(chars) && put === chars + chars) return 'double';
  if (/^&(?:#\d+|#x[\da-f]+|[a-z]+\d*);$/i.test(put) && /^["'`<>&]*$/.test(chars)) return 'entity';
  if ((/^%[\da-f]{2}$/i.test(put) && /['"`<>&\n\r%]/.test(chars)) || (/^\\(?:u[\da-f]{4}|x[\da-f]{2})$/i.test(put) && chars !== '') || (/^\\[nr]$/.test(put) && /[\n\r]/.test(chars))) return 'code';
  return undefined;
}

export const isStripping = (chars: string, put: string): boolean => put === '' && [...chars].some((char) => STRIPPED.includes(char));

/** What stands for a character of HTML: `&lt;`. */
export const isEntity = (text: string): boolean => /^&(?:#\d+|#x[\da-f]+|[a-z]+\d*);$/i.test(text);

export interface Reforming {
  readonly token: string;
  /** A text, and what is left of it: the token again. */
  readonly attack: string;
  readonly left: string;
  /** Scripts are taken out of HTML for safety; dots of paths and comments also for looks. */
  readonly isPlain: boolean;
}

/** Tokens that do harm, as a text may have them. */
const TOKENS: readonly (readonly [token: string, isPlain: boolean])[] = [
  ['<script>', true],
  ['<script', true],
  ['</script>', true],
  ['<script></script>', true],
  ['<iframe>', true],
  ['javascript:', true],
  ['onclick=', true],
  [' onclick=', true],
  [' onclick="x"', true],
  ['../', false],
  ['..\\', false],
  ['./', false],
  ['<!--', false],
  ['<!---->', false],
];

/** A token that is removed, and is there again when what stood in it is gone. Tried out by the replacement itself. */
export function reforms(sought: Sought, put: string): Reforming | undefined {
  if (put.includes('$') || put.length > 1) return undefined;
  const once = 'text' in sought ? undefined : runnable(sought.source, sought.flags);
  const pattern = once && 'flags' in sought && sought.flags.includes('g') ? new RegExp(once, `${once.flags}g`) : once;
  if (!('text' in sought) && !pattern) return undefined;
  const replace = (text: string): string => (pattern ? text.replace(pattern, put) : text.replaceAll((sought as { readonly text: string }).text, put));
  const isFound = (text: string): boolean => ('text' in sought ? text.includes(sought.text) : text.search(pattern as RegExp) >= 0);
  for (const [token, isPlain] of TOKENS) {
    // a pattern of single characters takes each part of it
    if (replace(token) !== put || !isFound(token) || [...token].some((char) => isFound(char))) continue;
    for (let i = 1; i < token.length; i++) {
      const attack = token.slice(0, i) + token + token.slice(i);
      const left = replace(attack);
      if (left === token && isFound(left)) return { token, attack, left, isPlain };
    }
  }
  return undefined;
}
