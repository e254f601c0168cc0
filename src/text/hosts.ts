/** Texts that name a host, and patterns that mean one: what else they let in. */
import { runnable } from './runnable.ts';

/** Ends of hosts; those that are endings of files or of package names as well (`.js`, `.sh`, `.md`) are not among them. */
const TLDS = 'com|org|net|edu|gov|mil|int|info|biz|dev|app|cloud|ai|co|me|tv|xyz|online|site|store|tech|page|test|example|local|internal|eu|uk|de|fr|nl|it|es|ch|at|be|se|no|dk|fi|pt|ru|ua|cz|ca|us|au|nz|jp|cn|in|kr|br|mx|ar|za|io';
/** In a text or a pattern: the end of a host, behind a quote or a slash and no space, or behind a dot that a pattern means. */
const ANY_HOST = new RegExp(`\\.(?:${TLDS})(?![a-z0-9])(?<=(?:['"\`/][^'"\`\\s]{0,80}|\\\\)\\.[a-z]+)|\\[\\.\\](?:${TLDS})(?![a-z0-9])|javascript`, 'i');
const HOST = new RegExp(`^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\\.)+(?:${TLDS})$`, 'i');
const HOST_OF = /^((?:https?:)?\/\/)([^/?#@:]+)(:\d*)?([^]*)$/i;

/** Whether a file may name a host, or the scheme that runs: most name none, and need not be looked at. */
export const mayNameHost = (text: string): boolean => ANY_HOST.test(text);

export interface HostText {
  /** `https://`, `//`, or nothing. */
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** Something ends the host, so that nothing can go on. */
  readonly isClosed: boolean;
}

/** A host, with a scheme before it or not; `.example.com` is none, since its dot is meant. */
export function hostText(text: string): HostText | undefined {
  const [, scheme = '', named = text, port = '', rest = ''] = HOST_OF.exec(text) ?? [];
  const [host = '', ...path] = scheme === '' ? text.split('/') : [named];
  if (!HOST.test(host)) return undefined;
  return { scheme, host: host.toLowerCase(), port, isClosed: rest !== '' || path.length > 0 };
}

export type HostFlaw =
  /** The dot at this offset of the source is any character. */
  | { readonly what: 'dot'; readonly host: string; readonly at: number; readonly attack: string }
  /** The host may stand anywhere, or go on behind its end. */
  | { readonly what: 'anywhere' | 'goesOn'; readonly host: string; readonly attack: string };

const PATTERN_HOST = new RegExp(`(?:\\\\/\\\\/|//)?(?:[a-z0-9-]+(?:\\\\\\.|\\[\\.\\]|\\.))+(?:${TLDS})(?![a-z0-9-]|\\\\?\\.[a-z])`, 'i');

/** What a pattern that means a host lets in besides it; tried out by the pattern itself. `ofHost`: it looks at a host, not at a whole URL. */
export function hostFlaw(source: string, flags: string, ofHost: boolean): HostFlaw | undefined {
  const found = PATTERN_HOST.exec(source);
  const pattern = found && runnable(source, flags);
  if (!pattern) return undefined;
  const written = found[0].replace(/^(?:\\\/\\\/|\/\/)/, '');
  const from = found.index + found[0].length - written.length;
  const host = written.replaceAll(/\\\.|\[\.\]/g, '.').toLowerCase();
  if (!HOST.test(host)) return undefined;
  const forms = [host, `https://${host}`, `http://${host}/`, `https://${host}/`, `a.${host}`, `https://a.${host}/`, `https://www.${host}/a`].filter((text) => pattern.test(text));
  const passes = (text: string): boolean => pattern.test(text);
  for (let i = 0; i < written.length; i++) {
    if (written[i] === '\\' || written[i] === '[') i += written[i] === '[' ? 2 : 1;
    else if (written[i] === '.') {
      const nth = written.slice(0, i).replaceAll(/\\\.|\[\.\]/g, '.').length;
      const attack = forms.map((text) => text.replace(host, `${host.slice(0, nth)}x${host.slice(nth + 1)}`)).find(passes);
      if (attack !== undefined) return { what: 'dot', host, at: from + i, attack };
    }
  }
  const goesOn = forms.map((text) => text.replace(host, `${host}.evil.org`)).find((text) => /^(?:https?:\/\/)?[a-z.]*evil\.org/.test(text) && passes(text));
  const elsewhere = ofHost ? [`evil${host}`, `${host}.evil.org`] : [`https://evil.org/?https://${host}/`, `https://evil.org/${host}`, `https://evil${host}/`, `evil${host}`];
  const anywhere = elsewhere.find((text) => passes(text) && text !== goesOn);
  if (anywhere !== undefined) return { what: 'anywhere', host, attack: anywhere };
  return goesOn === undefined ? undefined : { what: 'goesOn', host, attack: goesOn };
}

/** Nobody means these. */
const STRANGERS = ['https://evil.org', 'http://evil.org:8080', 'https://a.b.evil.org'];

/** An `Origin` (scheme, host, port and no more) that a pattern of origins lets in although it is nobody's whom it means; tried out by the pattern itself. */
export function originLetIn(source: string, flags: string): string | undefined {
  const pattern = runnable(source, flags);
  if (!pattern) return undefined;
  const passes = (text: string): boolean => pattern.test(text);
  const stranger = STRANGERS.find(passes);
  if (stranger !== undefined) return stranger;
  const written = PATTERN_HOST.exec(source)?.[0].replace(/^(?:\\\/\\\/|\/\/)/, '');
  const host = written?.replaceAll(/\\\.|\[\.\]/g, '.').toLowerCase();
  if (host === undefined || !HOST.test(host)) return undefined;
  const dots = [...host.matchAll(/\./g)].map(({ index }) => `${host.slice(0, index)}x${host.slice(index + 1)}`);
  const hosts = [`evil${host}`, `evil-${host}`, `${host}.evil.org`, ...dots, ...dots.map((one) => `a.${one}`)];
  return hosts.flatMap((one) => [`https://${one}`, `http://${one}`]).find(passes);
}
