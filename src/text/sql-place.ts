/** Where each token that holds a hole stands, from the clause it is in and its neighbours. */
import type { Dialect } from './sql-dialect.ts';
import type { SqlPoint, SqlToken } from './sql-lexer.ts';

export interface Place {
  readonly is: 'compare' | 'assign' | 'list' | 'limit' | 'other' | 'identifier' | 'keyword' | 'interval';
  readonly list?: {
    readonly start: SqlPoint;
    readonly end: SqlPoint;
    readonly inner: { readonly start: SqlPoint; readonly end: SqlPoint };
    readonly negated: boolean;
  };
}

type Clause = 'fragment' | 'select' | 'from' | 'where' | 'on' | 'having' | 'set' | 'order' | 'limit' | 'insert' | 'values' | 'arguments' | 'none';

/** An open parenthesis, or the text itself. */
interface Level {
  readonly kind: 'text' | 'group' | 'in' | 'values' | 'columns' | 'function';
  clause: Clause;
  /** It is an INSERT or REPLACE that VALUES and UPDATE belong to. */
  insert: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const COMPARES = words('= <> != < > <= >= ==');
const LIKES = words('LIKE ILIKE');
const ARITHMETIC = words('+ - * / % ||');
/** What may come after a whole value. */
const ENDS = words(
  'AND OR ORDER GROUP LIMIT OFFSET FETCH RETURNING WHERE FROM ON HAVING UNION EXCEPT INTERSECT FOR WINDOW INNER LEFT RIGHT FULL CROSS NATURAL JOIN ' +
  'THEN ELSE END WHEN USING ESCAPE OPTION ALLOW',
);
/** After these a condition or an assignment begins, so a name and an operator behind them are a column compared. */
const STARTERS = words('WHERE AND OR NOT ON HAVING SET WHEN UPDATE');
const BEFORE_NAMES = words('FROM JOIN INTO UPDATE TABLE BY SELECT DISTINCT ONLY ALL');
/** Words that are never the name of a column where an operator follows. */
const RESERVED = words(
  'SELECT FROM WHERE AND OR NOT ON HAVING SET WHEN THEN ELSE CASE END IN IS BETWEEN LIKE ILIKE VALUES LIMIT OFFSET BY JOIN INTO UPDATE DELETE INSERT ' +
  'UNION EXCEPT INTERSECT AS DISTINCT ALL ANY SOME EXISTS NULL TRUE FALSE INTERVAL COLLATE ESCAPE USING RETURNING GROUP ORDER',
);
/** A parenthesis after these groups or holds a subquery; after any other word it is the list of a function or of columns. */
const GROUPING = words(
  'SELECT FROM WHERE AND OR NOT ON HAVING WHEN THEN ELSE CASE BETWEEN LIKE ILIKE UNION EXCEPT INTERSECT ALL EXISTS BY JOIN AS DISTINCT SET RETURNING ' +
  'MATERIALIZED LIMIT OFFSET',
);
/** `DATE '…'`, `N'…'`: the word makes the literal another thing, and a placeholder cannot follow it. */
const LITERAL_TYPES = words('DATE TIME TIMESTAMP TIMESTAMPTZ TIMETZ N E B X U _UTF8 _UTF8MB4 _BINARY BINARY JSON JSONB UUID');

const CLAUSES: Readonly<Record<string, Clause>> = {
  SELECT: 'select', RETURNING: 'select', FROM: 'from', JOIN: 'from', WHERE: 'where', ON: 'on', HAVING: 'having', SET: 'set',
  BY: 'order', LIMIT: 'limit', OFFSET: 'limit', FETCH: 'limit', INTO: 'insert', UNION: 'none', EXCEPT: 'none', INTERSECT: 'none', USING: 'none',
};

export class Placer {
  /** Places of tokens with holes, by index of the token. */
  readonly places = new Map<number, Place>();
  private readonly levels: Level[] = [{ kind: 'text', clause: 'fragment', insert: false }];
  private readonly opened: number[] = [];
  private readonly closing = new Map<number, number>();
  private readonly tokens: readonly SqlToken[];
  private readonly dialect: Dialect;

  constructor(tokens: readonly SqlToken[], dialect: Dialect) {
    this.tokens = tokens;
    this.dialect = dialect;
  }

  /** Finds all places; true where the parentheses do not match, so that no place is to be trusted. */
  run(): boolean {
    if (!this.matchParentheses()) return true;
    this.tokens.forEach((token, i) => {
      if (token.holes.length > 0) this.places.set(i, this.place(i, token.type !== 'hole'));
      if (token.text === '(') this.open(i);
      else if (token.text === ')') {
        this.levels.pop();
        this.opened.pop();
      } else if (token.text === ';' && this.levels.length === 1) this.levels[0] = { kind: 'text', clause: 'fragment', insert: false };
      else if (token.type === 'word') this.word(i);
    });
    return false;
  }

  private matchParentheses(): boolean {
    const open: number[] = [];
    for (const [i, { text }] of this.tokens.entries()) {
      if (text === '(') open.push(i);
      if (text !== ')') continue;
      const start = open.pop();
      if (start === undefined) return false;
      this.closing.set(start, i);
    }
    return open.length === 0;
  }

  private get level(): Level {
    return this.levels.at(-1) as Level;
  }

  private text(i: number): string {
    const token = this.tokens[i];
    return token && token.type !== 'string' && token.type !== 'identifier' ? token.text : '';
  }

  private open(i: number): void {
    const { clause, insert } = this.level;
    const before = this.tokens[i - 1];
    this.opened.push(i);
    if (before?.text === 'IN') this.levels.push({ kind: 'in', clause, insert: false });
    else if (clause === 'values' && (before?.text === 'VALUES' || before?.text === 'VALUE' || before?.text === ',')) {
      this.levels.push({ kind: insert ? 'values' : 'function', clause: 'arguments', insert: false });
    } else if (clause === 'insert') this.levels.push({ kind: 'columns', clause: 'none', insert: false });
    else if (before?.type === 'identifier' || before?.type === 'hole' || (before?.type === 'word' && !GROUPING.has(before.text))) {
      this.levels.push({ kind: 'function', clause: 'arguments', insert: false });
    } else this.levels.push({ kind: 'group', clause, insert: false });
  }

  private word(i: number): void {
    const { level } = this;
    const { text } = this.tokens[i] as SqlToken;
    // `t.limit` is a column. So is a keyword where an operator says so, but then the clause is wrong, and nothing is rewritten.
    if (this.text(i - 1) === '.' || this.text(i + 1) === '.') return;
    if ((text === 'INSERT' || text === 'REPLACE') && this.text(i + 1) !== '(') {
      level.insert = true;
      level.clause = 'insert';
    } else if (text === 'VALUES' || text === 'VALUE') {
      if (level.clause !== 'set') level.clause = 'values';
    } else if (text === 'UPDATE') {
      // `ON DUPLICATE KEY UPDATE a = 1`; `FOR UPDATE` ends a query.
      level.clause = level.insert ? 'set' : 'from';
    } else if (text === 'FROM' && (level.kind === 'function' || this.text(i - 1) === 'DISTINCT') && level.clause !== 'select') {
      return;
    } else if (text === 'ON' && level.insert) level.clause = 'none';
    else if (Object.hasOwn(CLAUSES, text)) {
      level.clause = CLAUSES[text] as Clause;
      // The columns are read; a SELECT in an INSERT brings clauses of its own.
      if (text === 'SELECT') level.insert = level.insert && level.kind === 'text';
    }
  }

  private place(i: number, literal: boolean): Place {
    const token = this.tokens[i] as SqlToken;
    const before = this.tokens[i - 1];
    const after = this.tokens[i + 1];
    const [prev, next] = [this.text(i - 1), this.text(i + 1)];
    if (prev === 'INTERVAL' || (next === '::' && this.text(i + 2) === 'INTERVAL')) return { is: 'interval' };
    if (prev === '.' || next === '.') return { is: 'identifier' };
    if (isGlued(before, token) || isGlued(token, after)) {
      return { is: [before, after].some((side) => side?.type === 'word') && !literal ? 'identifier' : 'keyword' };
    }
    if (literal && before?.type === 'word' && LITERAL_TYPES.has(prev)) return { is: 'keyword' };
    if (prev === '::' || prev === 'TOP' || before?.type === 'string' || after?.type === 'string') return { is: 'keyword' };
    if (next === '::') return { is: 'other' };
    return this.element(i, literal) ?? this.compared(i, literal) ?? this.value(i) ?? this.name(i, literal) ?? { is: 'keyword' };
  }

  /** In a list: of IN, of VALUES, of arguments. */
  private element(i: number, literal: boolean): Place | undefined {
    const { kind, clause } = this.level;
    const [prev, next] = [this.text(i - 1), this.text(i + 1)];
    if (clause === 'select' || (prev !== '(' && prev !== ',')) return undefined;
    if (next !== ')' && next !== ',') return kind === 'function' && next === 'AS' ? { is: 'other' } : undefined;
    if (kind === 'function') return { is: 'other' };
    if (kind === 'columns') return { is: literal ? 'keyword' : 'identifier' };
    if (kind === 'values') return { is: 'assign' };
    if (kind !== 'in') return undefined;
    const open = this.opened.at(-1) as number;
    const close = this.closing.get(open) as number;
    const negated = this.text(open - 2) === 'NOT';
    const left = this.leftOperand(open - 1);
    if (left === 'none') return { is: 'keyword' };
    const usable = this.isCondition() && (left === 'column' || literal);
    if (prev !== '(' || next !== ')') return { is: usable ? 'compare' : 'other' };
    const [first, last, from, to] = [open - (negated ? 2 : 1), close, open, close].map((at) => this.tokens[at] as SqlToken) as Four;
    const list = { start: first.start, end: last.end, inner: { start: from.end, end: to.start }, negated };
    return { is: usable ? 'list' : 'keyword', list };
  }

  /** After a comparison, or in BETWEEN. */
  private compared(i: number, literal: boolean): Place | undefined {
    const prev = this.text(i - 1);
    let operator = i - 1;
    if (prev === 'AND' && this.text(i - 3) === 'BETWEEN' && isOperand(this.tokens[i - 2])) operator = i - 3;
    const compares = COMPARES.has(prev) || LIKES.has(prev) || this.text(operator) === 'BETWEEN';
    if (!compares) return undefined;
    const left = this.leftOperand(operator);
    if (left === 'none') return { is: 'keyword' };
    if (!this.endsAfter(i)) {
      const next = this.text(i + 1);
      return { is: this.isArithmetic(i + 1) || next === 'COLLATE' || next === 'AS' ? 'other' : 'keyword' };
    }
    if (this.level.clause === 'set') return { is: left === 'column' && prev === '=' ? 'assign' : 'other' };
    return { is: this.isCondition() && (left === 'column' || literal) ? 'compare' : 'other' };
  }

  /** A value that no column tells the type of. */
  private value(i: number): Place | undefined {
    const { clause } = this.level;
    const prev = this.text(i - 1);
    if (clause === 'limit' && this.endsAfter(i, 'ROW', 'ROWS', 'ONLY')) {
      if (['LIMIT', 'OFFSET', 'FIRST', 'NEXT', ','].includes(prev)) return { is: 'limit' };
    }
    if (prev === 'THEN' || prev === 'ELSE') return { is: 'other' };
    const open = clause === 'select' || clause === 'order' || clause === 'from' || clause === 'insert';
    // A sign is no arithmetic: something must be on both sides of it.
    const behind = this.isArithmetic(i - 1) && (isOperand(this.tokens[i - 2]) || this.text(i - 2) === ')');
    const ahead = this.isArithmetic(i + 1) && isOperand(this.tokens[i + 2]);
    return !open && (behind || ahead) ? { is: 'other' } : undefined;
  }

  private name(i: number, literal: boolean): Place | undefined {
    const { clause } = this.level;
    const [prev, next] = [this.text(i - 1), this.text(i + 1)];
    const listed = prev === ',' && ['select', 'from', 'order'].includes(clause);
    if (BEFORE_NAMES.has(prev) || listed) {
      return literal ? { is: clause === 'select' ? 'other' : 'keyword' } : { is: 'identifier' };
    }
    const starts = i === 0 || STARTERS.has(prev) || prev === '(' || prev === ',';
    const compared = COMPARES.has(next) || LIKES.has(next) || ['IN', 'IS', 'NOT', 'BETWEEN'].includes(next);
    if (starts && compared) return { is: literal ? 'other' : 'identifier' };
    return undefined;
  }

  /** What an operator compares: a column (that tells the driver the type), something else, or nothing that we can make out. */
  private leftOperand(operator: number): 'column' | 'expression' | 'none' {
    let at = operator - (this.text(operator - 1) === 'NOT' ? 2 : 1);
    const operand = this.tokens[at];
    if (!operand || operand.type === 'operator' || operand.text === '(' || operand.text === ',') return 'none';
    if (operand.type === 'word' && RESERVED.has(operand.text)) return operand.text === 'END' ? 'expression' : 'none';
    if (operand.type !== 'word' && operand.type !== 'identifier' && operand.type !== 'hole') return 'expression';
    while (this.text(at - 1) === '.') at -= 2;
    const before = this.tokens[at - 1];
    if (!before || before.text === '(' || STARTERS.has(this.text(at - 1))) return 'column';
    return before.text === ',' && this.level.clause === 'set' ? 'column' : 'expression';
  }

  /** A join's condition often compares two columns, so a hole there is none for sure. */
  private isCondition(): boolean {
    const { kind, clause } = this.level;
    return kind !== 'function' || clause !== 'arguments' ? ['fragment', 'where', 'having'].includes(clause) : false;
  }

  private endsAfter(i: number, ...more: readonly string[]): boolean {
    const after = this.tokens[i + 1];
    if (!after || after.type === 'hole') return true;
    const text = this.text(i + 1);
    return text === ')' || text === ',' || text === ';' || ENDS.has(text) || more.includes(text);
  }

  private isArithmetic(i: number): boolean {
    const text = this.text(i);
    // In MySQL `||` is OR, unless the server is told otherwise.
    return ARITHMETIC.has(text) && !(text === '||' && this.dialect.name === 'mysql');
  }
}

type Four = [SqlToken, SqlToken, SqlToken, SqlToken];

/** `users_${id}`, `${a}${b}`, `$${n}`: one touches the other, so neither stands for itself. */
function isGlued(left: SqlToken | undefined, right: SqlToken | undefined): boolean {
  if (!left || !right || right.spaced) return false;
  const glue = (token: SqlToken): boolean => ['word', 'number', 'identifier', 'hole', 'placeholder', 'string', 'dollar'].includes(token.type);
  return (glue(left) || /^[$:@#&|^~?]$/.test(left.text)) && glue(right);
}

function isOperand(token: SqlToken | undefined): boolean {
  if (!token) return false;
  if (token.type === 'word') return !RESERVED.has(token.text);
  return ['identifier', 'number', 'string', 'placeholder', 'hole'].includes(token.type);
}
