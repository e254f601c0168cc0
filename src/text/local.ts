/** Addresses of this very machine, which no network lies before. */

const HOST = /^(?:localhost|[\w.-]+\.localhost|127(?:\.\d{1,3}){3}|\[?::1\]?|0\.0\.0\.0)$/i;
const OF_URL = /^[a-z][\w+.-]*:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i;

export const isLocalHost = (host: string): boolean => HOST.test(host);

/** The host of a URL, or of the beginning of one; undefined where it has none. */
export const hostOfUrl = (url: string): string | undefined => OF_URL.exec(url)?.[1];

/** A host of this machine, a URL of one, or a socket in its files. */
export function isLocal(text: string): boolean {
  const host = hostOfUrl(text);
  return isLocalHost(host ?? text) || (host === undefined && text.startsWith('/'));
}
