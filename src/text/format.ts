/** Formats of `console.log` and its like. */

/** The letters of the placeholders, in order: `sj` of `'%s: %j, 100%%'`. */
export const placeholders = (format: string): string => [...format.matchAll(/%(.)/g)].map(([, letter = '']) => (/[sdifjoOc]/.test(letter) ? letter : '')).join('');
