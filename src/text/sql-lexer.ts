/** Cuts SQL text with holes into tokens, in one pass. Knows what ends where; `sql.ts` says what it means. */
import { dialectOf } from './sql-dialect.ts';
import type { Dialect } from './sql-dialect.ts';

/** A place in `parts`; a hole lies between the end of one part and the start of the next. */
export interface SqlPoint {
  readonly part: number;
  readonly offset: number;
}

export interface SqlToken {
  readonly type: 'word' | 'number' | 'string' | 'identifier' | 'dollar' | 'operator' | 'punctuation' | 'placeholder' | 'hole' | 'comment';
  /** As written, but words and operators in upper case; a hole within reads as `\0`. */
  readonly text: string;
  readonly start: SqlPoint;
  readonly end: SqlPoint;
  /** Indexes of the holes in it, or its own. */
  readonly holes: readonly number[];
  /** White space or a comment before it. */
  readonly spaced: boolean;
}

export interface SqlTokens {
  readonly tokens: readonly SqlToken[];
  readonly comments: readonly SqlToken[];
  /** The text does not end where it should, or the dialect decides what it says. */
  readonly unsure: boolean;
}

/** Stands for a hole in the flat text: no SQL holds it. A NUL of the text itself makes it unsure. */
const HOLE = '\0';
const WORD_START = /[A-Za-z_\u0080-\uffff]/;
const WORD = /[\w$\u0080-\uffff]*/y;
const NUMBER = /(?:\d[\w]*\.?\d*(?:[eE][+-]?\d+)?)|(?:\.\d+(?:[eE][+-]?\d+)?)/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_]\w*)?\$/y;
const DOLLAR_PLACEHOLDER = /\$(?:\d+|[A-Za-z_]\w*)/y;
const NAMED_PLACEHOLDER = /[:@](?:\d+|[A-Za-z_]\w*)/y;
const QUESTION = /\?(?:\?|\d+)?/y;
const OPERATOR = /(?:<=>|->>|#>>|<>|!=|<=|>=|==|\|\||::|->|#>|:=|@>|<@|&&|!~\*|!~|~\*|[-+*/%<>=!~^&|@:#?$])/y;

/** Tokens of the text; never throws. */
export function lexSql(parts: readonly string[], dialect: Dialect = dialectOf(undefined)): SqlTokens {
  return new Lexer(parts, dialect).run();
}

class Lexer {
  private readonly text: string;
  private readonly starts: number[] = [];
  private readonly tokens: SqlToken[] = [];
  private readonly comments: SqlToken[] = [];
  private unsure = false;
  private spaced = false;
  private at = 0;
  private part = 0;
  private readonly dialect: Dialect;

  constructor(parts: readonly string[], dialect: Dialect) {
    this.dialect = dialect;
    this.text = parts.join(HOLE);
    let start = 0;
    for (const part of parts) {
      this.starts.push(start);
      if (part.includes(HOLE)) this.unsure = true;
      start += part.length + 1;
    }
  }

  run(): SqlTokens {
    // A text that holds the mark itself cannot be told apart from its holes.
    while (this.at < this.text.length && !this.unsure) this.next();
    return { tokens: this.tokens, comments: this.comments, unsure: this.unsure };
  }

  private next(): void {
    const { text, at, dialect } = this;
    const char = text.charAt(at);
    const two = text.slice(at, at + 2);
    if (/\s/.test(char)) {
      this.at++;
      this.spaced = true;
    } else if (char === HOLE) this.add('hole', at + 1);
    else if (two === '--' || (char === '#' && dialect.hashComments === true)) this.comment(this.find('\n', at));
    else if (two === '/*') this.blockComment();
    else if (char === "'") this.quoted("'", 'string');
    else if (char === '"') this.quoted('"', dialect.doubleQuotedStrings ? 'string' : 'identifier');
    else if (char === '`') this.quoted('`', 'identifier');
    else if (char === '[' && !this.isSubscript()) this.quoted(']', 'identifier');
    else if (/[()[\],;]/.test(char)) this.add('punctuation', at + 1);
    else if (char === '$') this.dollar();
    else if (char === '?' && !dialect.questionOperator) this.add('placeholder', this.match(QUESTION));
    else if ((char === ':' || char === '@') && this.isPlaceholder(char)) this.add('placeholder', this.match(NAMED_PLACEHOLDER));
    else if (WORD_START.test(char)) this.add('word', this.match(WORD));
    else if (char === '@' && dialect.atVariables) this.add('word', Math.max(at + 1, this.match(/@@?[\w$.]*/y)));
    else if (/[\d.]/.test(char)) this.number();
    else this.operator(char);
  }

  private operator(char: string): void {
    if (char === '#' && this.dialect.hashComments === 'unsure' && this.text.charAt(this.at + 1) !== '>') this.unsure = true;
    // An unknown character is an operator that no comparison knows.
    this.add('operator', Math.max(this.at + 1, this.match(OPERATOR)));
  }

  private number(): void {
    const end = this.match(NUMBER);
    if (end > this.at) this.add('number', end);
    else this.add('punctuation', this.at + 1);
  }

  private dollar(): void {
    const tagEnd = this.match(DOLLAR_TAG);
    if (tagEnd > this.at && this.dialect.dollarStrings) {
      const tag = this.text.slice(this.at, tagEnd);
      const close = this.text.indexOf(tag, tagEnd);
      if (close < 0) this.unsure = true;
      this.add('dollar', close < 0 ? this.text.length : close + tag.length);
      return;
    }
    const end = this.match(DOLLAR_PLACEHOLDER);
    if (end > this.at) this.add('placeholder', end);
    else this.operator('$');
  }

  /** `:x` and `@x`, but neither `::cast`, `@@global` nor MySQL's `@variable`. */
  private isPlaceholder(char: string): boolean {
    if (char === '@' && this.dialect.atVariables) return false;
    if (this.text.charAt(this.at - 1) === char) return false;
    return this.match(NAMED_PLACEHOLDER) > this.at;
  }

  /** `a[1]`, `ARRAY[1]`: elsewhere `[` opens an identifier. */
  private isSubscript(): boolean {
    const last = this.tokens.at(-1);
    if (this.dialect.name === 'pg') return true;
    return last !== undefined && !this.spaced && (last.type === 'word' || last.type === 'identifier' || last.text === ']' || last.text === ')');
  }

  private quoted(close: string, type: 'string' | 'identifier'): void {
    const { text } = this;
    let end = this.at + 1;
    for (; end < text.length; end++) {
      const char = text.charAt(end);
      if (char === '\\' && type === 'string' && this.dialect.backslash !== false) {
        // Whether it escapes decides where the string ends only before a quote or another backslash; before a hole, what the hole says.
        const next = text.charAt(end + 1);
        if (next === HOLE || (this.dialect.backslash === 'unsure' && /['"\\]/.test(next))) this.unsure = true;
        end++;
      } else if (char === close) {
        if (text.charAt(end + 1) !== close) break;
        end++;
      }
    }
    if (end >= text.length) this.unsure = true;
    this.add(type, Math.min(end + 1, text.length));
  }

  private blockComment(): void {
    const close = this.text.indexOf('*/', this.at + 2);
    if (close < 0) this.unsure = true;
    // PostgreSQL nests them, others do not.
    else if (this.text.slice(this.at + 2, close).includes('/*')) this.unsure = true;
    this.comment(close < 0 ? this.text.length : close + 2);
  }

  private comment(end: number): void {
    this.comments.push(this.token('comment', end));
    this.spaced = true;
  }

  private add(type: SqlToken['type'], end: number): void {
    this.tokens.push(this.token(type, end));
    this.spaced = false;
  }

  private token(type: SqlToken['type'], end: number): SqlToken {
    const start = this.point(this.at);
    const raw = this.text.slice(this.at, end);
    const holes: number[] = [];
    for (let i = raw.indexOf(HOLE); i >= 0; i = raw.indexOf(HOLE, i + 1)) holes.push(start.part + holes.length);
    this.at = end;
    const text = type === 'word' || type === 'operator' ? raw.toUpperCase() : raw;
    return { type, text, start, end: this.point(end), holes, spaced: this.spaced };
  }

  /** Points are asked for in rising order, so the part only moves on. A hole's own start is the end of the part before it. */
  private point(at: number): SqlPoint {
    while (this.part + 1 < this.starts.length && (this.starts[this.part + 1] ?? 0) <= at) this.part++;
    return { part: this.part, offset: at - (this.starts[this.part] ?? 0) };
  }

  private find(needle: string, from: number): number {
    const found = this.text.indexOf(needle, from);
    return found < 0 ? this.text.length : found;
  }

  /** End of the match at the present place, or that place itself. */
  private match(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    return pattern.test(this.text) ? pattern.lastIndex : this.at;
  }
}
