/** Texts that are secrets by their form, as their issuers make them, and texts that only stand for one. */

interface Format {
  readonly name: string;
  /** With what is random in it as its first group. */
  readonly pattern: RegExp;
}

const FORMATS: readonly Format[] = [
  { name: 'an access key of AWS', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9])/g },
  { name: 'a token of GitHub', pattern: /(?<![A-Za-z0-9])gh[pousr]_([A-Za-z0-9]{36,255})(?![A-Za-z0-9])/g },
  { name: 'a token of GitHub', pattern: /(?<![A-Za-z0-9])github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9])/g },
  { name: 'a token of GitLab', pattern: /(?<![A-Za-z0-9])glpat-([\w-]{20,40})(?![\w-])/g },
  { name: 'a live key of Stripe', pattern: /(?<![A-Za-z0-9])[sr]k_live_([A-Za-z0-9]{24,128})(?![A-Za-z0-9])/g },
  { name: 'a signing secret of Stripe', pattern: /(?<![A-Za-z0-9])whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9])/g },
  { name: 'a token of Slack', pattern: /(?<![A-Za-z0-9])xox[abprs]-((?:\d{10,13}-){1,3}[A-Za-z0-9-]{20,64})(?![A-Za-z0-9])/g },
  { name: 'a webhook of Slack', pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24})(?![A-Za-z0-9])/g },
  { name: 'a key of Google', pattern: /(?<![A-Za-z0-9])AIza([\w-]{35})(?![\w-])/g },
  { name: 'a client secret of Google', pattern: /(?<![A-Za-z0-9])GOCSPX-([\w-]{28})(?![\w-])/g },
  { name: 'a token of npm', pattern: /(?<![A-Za-z0-9])npm_([A-Za-z0-9]{36})(?![A-Za-z0-9])/g },
  { name: 'a key of SendGrid', pattern: /(?<![A-Za-z0-9])SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/g },
  { name: 'a key of OpenAI', pattern: /(?<![A-Za-z0-9])sk-((?:proj-|svcacct-)?[\w-]{20,80}T3BlbkFJ[\w-]{20,80})(?![\w-])/g },
  { name: 'a key of Anthropic', pattern: /(?<![A-Za-z0-9])sk-ant-((?:api|admin)\d\d-[\w-]{80,120})(?![\w-])/g },
  { name: 'a token of a Telegram bot', pattern: /(?<![A-Za-z0-9])\d{8,10}:AA([\w-]{33})(?![\w-])/g },
  { name: 'a token of Shopify', pattern: /(?<![A-Za-z0-9])shp(?:at|ca|pa|ss)_([a-f0-9]{32})(?![A-Za-z0-9])/g },
  { name: 'a token of DigitalOcean', pattern: /(?<![A-Za-z0-9])do[opr]_v1_([a-f0-9]{64})(?![A-Za-z0-9])/g },
  { name: 'a token of Hugging Face', pattern: /(?<![A-Za-z0-9])hf_([A-Za-z]{34})(?![A-Za-z0-9])/g },
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\\r|\\n|\s)*([A-Za-z0-9+/=]{40,})/g },
];

/** One of the beginnings: most texts have none, and are not looked at any closer. */
const ANY = /A(?:KIA|SIA|Iza)|gh[pousr]_|github_pat_|glpat-|[sr]k_live_|whsec_|xox[abprs]-|hooks\.slack\.com|GOCSPX-|npm_|SG\.|sk-|:AA|shp(?:at|ca|pa|ss)_|do[opr]_v1_|hf_|PRIVATE KEY-----/;

/** Bits that a character of a random part has on average at least; words and counted-up digits have fewer, or repeat. */
const LEAST_BITS = 3;

export interface FoundSecret {
  readonly name: string;
  /** Offset in the text. */
  readonly index: number;
  readonly text: string;
}

/** Characters of the shortest one, and a look at whether a text has the beginning of one. */
export const SHORTEST_SECRET = 20;
export const mayBeSecret = (text: string): boolean => ANY.test(text);

/** The secrets of known forms in a text. */
export function secretsIn(text: string): readonly FoundSecret[] {
  if (!ANY.test(text)) return [];
  return FORMATS.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].filter(([whole, random = '']) => isRandom(random) && !isPlaceholder(whole)).map((match) => ({ name, index: match.index, text: match[0] })),
  );
}

/** Whether each character tells something new. */
function isRandom(text: string): boolean {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits >= LEAST_BITS && !/(.)\1{4}/.test(text) && !/0123456789|1234567890|abcdefghij/i.test(text);
}

const PLACEHOLDER = /^[<[{(%$].*[>\]})%]$|^\$\{?\w|example|placeholder|dummy|redacted|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|with|this)|insert[-_ ]|your[-_ ]|<[\w -]+>|\bto-?do\b|^(?:x+|\*+|\.+|-+|_+|…+)$|x{4,}|\*{3,}/i;

/** It stands for a secret that somebody is to put there. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** The name of a purpose, as it parts keys that are made of one secret: `shop:cookies:v1`. */
export const isPurpose = (text: string): boolean => /^[a-z][\w-]*(?:[:/.][\w-]+)+$/i.test(text) || /^[a-z][\w -]*[-_. ]v\d+$/i.test(text);

const OF_URL = /^[a-z][\w+.-]*:\/\/[^:@/?#\s]*:([^@/?#\s]+)@/i;

/** The password in the address of a server. */
export const passwordOfUrl = (url: string): string | undefined => OF_URL.exec(url)?.[1];
