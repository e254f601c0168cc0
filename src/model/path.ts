/**
 * Parses and prints the paths and ways of models, and checks their sides.
 * A mistake is an error that shows the path and the place: models are code of ours or of a user, never of the linted file.
 */

export type Step =
  | { readonly t: 'member'; readonly names: readonly string[] | '*' }
  /** The member that constant argument `index` of the call names: `.$0`. */
  | { readonly t: 'memberOfArgument'; readonly index: number }
  /** Result of a call; `first`: only where the first argument is one of these strings. */
  | { readonly t: 'call'; readonly first?: readonly string[] }
  /** Arguments from, to (both included, Infinity for all the rest, -1 for the last). */
  | { readonly t: 'argument'; readonly from: number; readonly to: number; readonly first?: readonly string[] }
  | { readonly t: 'receiver' }
  | { readonly t: 'parameter'; readonly from: number; readonly to: number }
  | { readonly t: 'parameterThis' }
  /** Only a function that declares so many parameters. */
  | { readonly t: 'arity'; readonly min: number; readonly max: number }
  /** Only a variable of this name. */
  | { readonly t: 'variable'; readonly name: string }
  | { readonly t: 'assign' };

export type Side = 'value' | 'place';

export interface ParsedPath {
  /** Name of a type, `exports`, `*`, `` (relative to a call), or a member of the exports. */
  readonly root: string;
  readonly steps: readonly Step[];
}

export class ModelError extends Error {}

const NAME = /[\w$@-]+/y;

class Reader {
  at = 0;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  fail(expected: string): never {
    throw new ModelError(`secure-node: bad path '${this.text}' in a model: expected ${expected} at position ${this.at}`);
  }
  peek(s: string): boolean {
    return this.text.startsWith(s, this.at);
  }
  take(s: string): boolean {
    if (!this.peek(s)) return false;
    this.at += s.length;
    return true;
  }
  match(re: RegExp): RegExpExecArray | undefined {
    re.lastIndex = this.at;
    const m = re.exec(this.text);
    if (!m) return undefined;
    this.at += m[0].length;
    return m;
  }
  /** `0`, `1..`, `0..1`, `..3`, `..`, `-1` up to the closing mark. */
  range(close: string): { from: number; to: number } {
    const m = this.match(/(-?\d+)?(\.\.(\d+)?)?/y);
    if (!m || m[0] === '' || !this.take(close)) this.fail(`a number or range and '${close}'`);
    const from = m[1] === undefined ? 0 : Number(m[1]);
    return { from, to: m[2] === undefined ? from : m[3] === undefined ? Infinity : Number(m[3]) };
  }
  names(): readonly string[] | '*' {
    if (this.take('*')) return '*';
    if (this.take('{')) {
      const list: string[] = [];
      do list.push((this.match(NAME) ?? this.fail('a name'))[0]);
      while (this.take(','));
      if (!this.take('}')) this.fail("'}'");
      return list;
    }
    return [(this.match(NAME) ?? this.fail('a name'))[0]];
  }
  strings(): string[] {
    const list: string[] = [];
    do {
      const m = this.match(/'([^']*)'/y) ?? this.fail('a quoted string');
      list.push(m[1] ?? '');
    } while (this.take('|'));
    if (!this.take(')')) this.fail("')'");
    return list;
  }
  step(): Step {
    if (this.take('.')) {
      const index = this.match(/\$(\d+)(?![\w$])/y);
      if (index) return { t: 'memberOfArgument', index: Number(index[1]) };
      return { t: 'member', names: this.names() };
    }
    if (this.take('[this]')) return { t: 'receiver' };
    if (this.take('[')) return { t: 'argument', ...this.range(']') };
    if (this.take('()')) return { t: 'call' };
    if (this.take('(this)')) return { t: 'parameterThis' };
    if (this.peek("('")) {
      this.at++;
      return { t: 'call', first: this.strings() };
    }
    if (this.take('(')) return { t: 'parameter', ...this.range(')') };
    if (this.take('/')) {
      const m = this.match(/(\d+)?(\.\.(\d+)?)?/y);
      if (!m || m[0] === '') this.fail('a number of parameters');
      const min = m[1] === undefined ? 0 : Number(m[1]);
      return { t: 'arity', min, max: m[2] === undefined ? min : m[3] === undefined ? Infinity : Number(m[3]) };
    }
    if (this.take('~')) return { t: 'variable', name: (this.match(NAME) ?? this.fail('a variable name'))[0] };
    if (this.take('=')) return { t: 'assign' };
    return this.fail('. [ ( / ~ or =');
  }
  steps(): Step[] {
    const steps: Step[] = [];
    while (this.at < this.text.length) {
      const step = this.step();
      const before = steps.at(-1);
      // on('data')[1] speaks of an argument of that very call, not of a call of its result
      if (step.t === 'argument' && before?.t === 'call' && before.first) steps[steps.length - 1] = { ...step, first: before.first };
      else steps.push(step);
    }
    return steps;
  }
}

/** A path of a model; throws ModelError. */
export function parsePath(text: string): ParsedPath {
  const reader = new Reader(text);
  const root = reader.match(/\*|(?:@?[\w$/-]+:)?[\w$]+/y);
  if (!root) return reader.fail('a type, `exports`, `*` or an exported name');
  return { root: root[0], steps: reader.steps() };
}

/** A path from a call (`[1].shell`, `()`, `= `): of tests, of flows' sides, of `bind.values`. */
export function parseRelative(text: string): readonly Step[] {
  if (text === '=') return [{ t: 'assign' }];
  return new Reader(text).steps();
}

/** The side on which the steps end, from the side where they begin; throws ModelError where a step does not fit its side. */
export function sideAfter(text: string, steps: readonly Step[], start: Side): Side {
  let side = start;
  const want = (needed: Side, what: string): void => {
    if (side !== needed) {
      throw new ModelError(
        `secure-node: bad path '${text}' in a model: ${what} follows ${needed === 'value' ? 'a value that the library gives' : "a function that the user hands over"}, not ${side === 'value' ? 'such a value' : 'a place that takes one'}`,
      );
    }
  };
  for (const step of steps) {
    if (step.t === 'argument' || step.t === 'receiver') want('value', 'an argument [n]'), (side = 'place');
    else if (step.t === 'assign') want('value', '='), (side = 'place');
    else if (step.t === 'parameter' || step.t === 'parameterThis') want('place', 'a parameter (n)'), (side = 'value');
    else if (step.t === 'arity') want('place', 'a number of parameters');
  }
  return side;
}

export function printSteps(steps: readonly Step[]): string {
  const range = (from: number, to: number): string => (from === to ? String(from) : `${from === 0 ? '' : from}..${to === Infinity ? '' : to}`);
  const first = (list: readonly string[] | undefined): string => (list ? `(${list.map((s) => `'${s}'`).join('|')})` : '');
  return steps
    .map((step) => {
      switch (step.t) {
        case 'member':
          return step.names === '*' ? '.*' : step.names.length === 1 ? `.${step.names[0]}` : `.{${step.names.join(',')}}`;
        case 'memberOfArgument':
          return `.$${step.index}`;
        case 'call':
          return first(step.first) || '()';
        case 'argument':
          return `${first(step.first)}[${range(step.from, step.to)}]`;
        case 'receiver':
          return '[this]';
        case 'parameter':
          return `(${range(step.from, step.to)})`;
        case 'parameterThis':
          return '(this)';
        case 'arity':
          return `/${range(step.min, step.max)}`;
        case 'variable':
          return `~${step.name}`;
        case 'assign':
          return '=';
      }
    })
    .join('');
}
