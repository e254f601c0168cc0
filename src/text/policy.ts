/** Content Security Policies: what their sources let in that an injected script could use. */

export interface PolicyFlaw {
  /** As it is written: `scriptSrc`, `script-src`. */
  readonly directive: string;
  /** The sources that undo it. */
  readonly sources: readonly string[];
}

export interface Directive {
  readonly name: string;
  readonly sources: readonly string[];
  /** Some of it is out of sight: it may hold a nonce. */
  readonly isOpen: boolean;
}

/** Stands for what is out of sight in a text. */
export const UNSEEN = '\u0000';

const SCRIPTS = /^script-?src(?:-?(?:elem|attr))?$/i;
const DEFAULT = /^default-?src$/i;
const TRUSTED = /^'(?:nonce-|sha(?:256|384|512)-)/i;
const ANYWHERE = /^(?:\*|https?:|data:|https?:\/\/\*)$/i;

/** A policy as it is sent: `default-src 'self'; script-src *`. */
export const directivesIn = (text: string): readonly Directive[] =>
  text.split(';').flatMap((part): Directive[] => {
    const [name, ...sources] = part.trim().split(/\s+/);
    return name === undefined || name === '' || name.includes(UNSEEN) ? [] : [{ name, sources, isOpen: part.includes(UNSEEN) }];
  });

/** `isAlone`: without a directive for scripts, the default one decides. */
export function policyFlaws(directives: readonly Directive[], isAlone: boolean): readonly PolicyFlaw[] {
  const scripts = directives.filter(({ name }) => SCRIPTS.test(name));
  const deciding = isAlone && !scripts.some(({ name }) => /src$/i.test(name)) ? [...scripts, ...directives.filter(({ name }) => DEFAULT.test(name))] : scripts;
  return deciding.flatMap(({ name, sources, isOpen }) => {
    const isTrusting = isOpen || sources.some((source) => TRUSTED.test(source));
    // then browsers look at nonces and hashes alone
    const isStrict = sources.some((source) => /^'strict-dynamic'$/i.test(source));
    const bad = sources.filter((source) => /^'unsafe-eval'$/i.test(source) || (/^'unsafe-inline'$/i.test(source) && !isTrusting && !isStrict) || (ANYWHERE.test(source) && !isStrict));
    return bad.length > 0 ? [{ directive: name, sources: bad }] : [];
  });
}
