/** What the text of a pattern tells at a glance, before anything is loaded: nearly all patterns end here. */

/** Without a count that is open, time grows with the length and no faster. */
export const mayBeSlow = (source: string): boolean => /[*+]|\{\d+,/.test(source);

/** Without a group that is repeated, nothing doubles. */
export const mayBeExponential = (source: string): boolean => /\)(?:[*+]|\{\d+,|\{\d\d)/.test(source);
