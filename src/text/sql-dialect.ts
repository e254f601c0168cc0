/** What differs between SQL dialects as far as a reader of query text must know, and how each driver writes a placeholder. */

export type PlaceholderStyle = '?' | '$1' | ':1' | '@1' | ':name' | '@name';

export type DialectName = 'pg' | 'mysql' | 'sqlite' | 'mssql' | 'oracle' | 'unknown';

export interface Dialect {
  readonly name: DialectName;
  /** A backslash escapes in a string literal: yes, no, or it depends on the server. */
  readonly backslash: boolean | 'unsure';
  /** `"x"` is a string (MySQL without ANSI_QUOTES), not an identifier. */
  readonly doubleQuotedStrings: boolean;
  /** `#` begins a comment, or is an operator, or one cannot say. */
  readonly hashComments: boolean | 'unsure';
  /** `$tag$ text $tag$` is a string. */
  readonly dollarStrings: boolean;
  /** A lone `?` is an operator (jsonb), never a placeholder. */
  readonly questionOperator: boolean;
  /** `@x` is a variable of the session, not a placeholder. */
  readonly atVariables: boolean;
  /** What stands round a quoted identifier. */
  readonly identifierQuotes: readonly [open: string, close: string];
}

const standard = {
  backslash: false,
  doubleQuotedStrings: false,
  hashComments: false,
  dollarStrings: false,
  questionOperator: false,
  atVariables: false,
  identifierQuotes: ['"', '"'],
} as const;

const dialects: Readonly<Record<DialectName, Dialect>> = {
  pg: { ...standard, name: 'pg', dollarStrings: true, questionOperator: true },
  mysql: { ...standard, name: 'mysql', backslash: true, doubleQuotedStrings: true, hashComments: true, atVariables: true, identifierQuotes: ['`', '`'] },
  sqlite: { ...standard, name: 'sqlite' },
  mssql: { ...standard, name: 'mssql', identifierQuotes: ['[', ']'] },
  oracle: { ...standard, name: 'oracle' },
  unknown: { ...standard, name: 'unknown', backslash: 'unsure', hashComments: 'unsure', dollarStrings: true },
};

export const dialectOf = (name: DialectName | undefined): Dialect => dialects[name ?? 'unknown'];

/** Whether placeholders of this style carry a name (the values are an object) and not a position. */
export const isNamedStyle = (style: PlaceholderStyle): style is ':name' | '@name' => style === ':name' || style === '@name';

/** The placeholder of the `position`th value (from 1), or of the value called `name`. */
export function renderPlaceholder(style: PlaceholderStyle, position: number, name = `p${position}`): string {
  if (style === '?') return '?';
  return style.charAt(0) + (isNamedStyle(style) ? name : String(position));
}
