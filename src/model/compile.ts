/**
 * One model into the graph: its types, their ways and sides, then what it says of the places. Throws ModelError where a
 * path is wrong, naming the model and the path.
 */
import type { Cleans, Kind, Label, Model, Origin, Way, When } from './dsl.ts';
import type { After, FlowInfo, Graph, State } from './graph.ts';
import { ALL_KINDS, bit, bitsOf, carries, kinds } from './kinds.ts';
import type { SchemaRole } from './infos.ts';
import { ModelError, parsePath, parseRelative, sideAfter, type Side, type Step } from './path.ts';

export interface Compiled {
  readonly exports: State;
  readonly types: Map<string, State>;
  readonly sides: Map<string, Side>;
  readonly annotations: Map<string, State>;
  readonly decorators: Map<string, State>;
  readonly hints: Map<string, State>;
  readonly exported: ExportWay[];
  readonly star: State;
}

export interface ExportWay {
  readonly names: readonly string[];
  readonly glob: string | undefined;
  readonly directive: string | undefined;
  /** What the function itself says. */
  readonly word: string | undefined;
  readonly state: State;
}

/** The state of a type of another model: `express:Request`. */
export type TypeLookup = (qualified: string, from: string) => { readonly state: State; readonly side: Side | undefined };

export const textOf = (way: Way): string => (typeof way === 'string' ? way : way.at);
const whenOf = (way: Way): When | undefined => (typeof way === 'string' ? undefined : way.when);
const SCHEMA_ROLES: readonly SchemaRole[] = ['clean', 'text', 'fields', 'items', 'open', 'closed', 'matches', 'or', 'union', 'and', 'lists', 'made', 'unseen', 'tested', 'turned', 'matched', 'validated', 'applied', 'asked'];
const braces = (text: string): string[] => (text.startsWith('{') ? text.slice(1, -1).split(',').map((s) => s.trim()) : [text]);

/** The package of a specifier: `@scope/name` of `@scope/name/part`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** `export NAMES [in GLOB] [under "directive"] [saying "word"]`, and what of the path stands behind the names. */
export function exportOf(text: string): { readonly names: readonly string[]; readonly rest: string; readonly glob: string | undefined; readonly directive: string | undefined; readonly word: string | undefined } | undefined {
  const m = /^export\s+(\{[^}]*\}|[\w$*]+)(\S*)(?:\s+in\s+(\S+))?(?:\s+under\s+"([^"]+)")?(?:\s+saying\s+"([^"]+)")?$/.exec(text);
  return m ? { names: braces(m[1] ?? ''), rest: m[2] ?? '', glob: m[3], directive: m[4], word: m[5] } : undefined;
}

export class Compiler {
  private readonly typeOf: TypeLookup;
  private readonly graph: Graph;
  private readonly model: Model;
  private readonly out: Compiled;
  private readonly name: string;

  constructor(typeOf: TypeLookup, graph: Graph, model: Model, out: Compiled) {
    this.typeOf = typeOf;
    this.graph = graph;
    this.model = model;
    this.out = out;
    this.name = model.modules[0];
  }

  run(): void {
    const { model } = this;
    const types = Object.entries(model.types ?? {});
    for (const [type] of types) if (!type.includes(':')) this.out.types.set(type, this.graph.state(this.name));
    this.findSides(types);
    for (const [type, ways] of types) {
      const target = type.includes(':') ? this.typeOf(type, this.name).state : (this.out.types.get(type) as State);
      for (const way of ways) {
        const { state } = this.end(textOf(way));
        const when = whenOf(way);
        if (when) state.conditional.push({ when, state: target });
        else state.epsilon.push(target);
      }
    }
    for (const [origin, list] of Object.entries(model.sources ?? {})) {
      for (const source of list ?? []) {
        const at = typeof source === 'string' ? { at: source } : source;
        this.end(at.at, 'value').state.sources.push({
          origin: origin as Origin,
          mask: carries[this.known(origin, carries, 'origin') as Origin] & ~bitsOf(('never' in at && at.never) || []),
          as: 'as' in at ? at.as : undefined,
          whole: 'whole' in at && at.whole === true,
          when: 'when' in at ? at.when : undefined,
        });
      }
    }
    for (const [kind, list] of Object.entries(model.sinks ?? {})) {
      this.known(kind, kinds, 'kind');
      for (const sink of list ?? []) {
        const at: Exclude<typeof sink, string> = typeof sink === 'string' ? { at: sink } : sink;
        const after = at.after === undefined ? undefined : this.after(at.after);
        this.end(at.at, 'place').state.sinks.push({ kind: kind as Kind, path: `${this.name}:${at.at}`, bind: at.bind, instead: at.instead, when: at.when, after, needs: at.shaped ? bit.nosql : 0, shaped: at.shaped === true, guess: at.guess === true, whole: at.whole === true, inDatabase: at.inDatabase === true, equals: at.equals });
      }
    }
    this.cleans(model.sanitizers, 'sanitizers');
    this.cleans(model.guards, 'guards');
    for (const flow of model.flows ?? []) this.flow(typeof flow === 'string' ? { flow } : flow);
    for (const [label, list] of Object.entries(model.labels ?? {})) for (const path of list ?? []) this.end(path).state.label = label as Label;
    this.tests({ types: model.types, sources: model.sources, sinks: model.sinks, sanitizers: model.sanitizers, guards: model.guards, schemas: model.schemas, marks: model.marks });
    for (const schema of model.schemas ?? []) {
      for (const role of SCHEMA_ROLES) for (const at of schema[role] ?? []) this.schemaRole(textOf(at), role, whenOf(at));
      for (const check of schema.checks) {
        const field = /^(.+:\w+)((?:\.\w+)*?)(\.\$0)?$/.exec(check.input);
        if (field) {
          this.end(check.call).state.schemas.push({ role: 'field', root: this.typeOf(field[1] ?? '', this.name).state, members: (field[2] ?? '').split('.').slice(1), named: field[3] !== undefined, schema: check.schema === '()' ? undefined : parseRelative(check.schema) });
          if (check.passed !== undefined) this.passed(check.passed);
          continue;
        }
        if (!/^[[(]/.test(check.input) || !/^[[(]/.test(check.schema)) throw new ModelError(`secure-node: model of '${this.name}': a check asks '${check.input}' by '${check.schema}': expected places of the call, or TYPE.member or TYPE.member.$0 as input`);
        const output = check.output === true || check.output === undefined ? check.output : parseRelative(check.output);
        const after = check.passed === 'behind' || check.passed === 'awaited' ? check.passed : undefined;
        this.end(check.call).state.schemas.push({ role: 'check', schema: parseRelative(check.schema), input: parseRelative(check.input), output, drops: check.drops, language: check.language, after, passed: after ? undefined : this.memberOfResult(check.passed), failed: this.memberOfResult(check.failed) });
      }
    }
    for (const [mark, list] of Object.entries(model.marks ?? {})) {
      for (const at of list ?? []) {
        const { state } = this.end(textOf(at));
        state.marks.push({ mark: mark as never, when: whenOf(at), path: `${this.name}:${textOf(at)}` });
        // asked about by its name, it is what any member is still
        const any = this.anyBeside(textOf(at));
        if (any && any !== state) state.epsilon.push(any);
      }
    }
  }

  /** Tests that ask for a value of the API, `{ api: PATH }`: which state that is; for a version: of which packages. */
  private tests(part: unknown): void {
    if (typeof part !== 'object' || part === null || part instanceof RegExp) return;
    if ('when' in part && Object.hasOwn(part.when as When, 'version')) this.graph.packages.set(part.when as When, [...new Set(this.model.modules.map(packageOf))]);
    const { api = (part as { readonly notApi?: unknown }).notApi } = part as { readonly api?: unknown; readonly notApi?: unknown };
    if (typeof api === 'string') this.graph.tested.set(part, this.end(api).state);
    else for (const value of Object.values(part)) this.tests(value);
  }

  private known(name: string, table: object, what: string): string {
    if (!(name in table)) throw new ModelError(`secure-node: model of '${this.name}': unknown ${what} '${name}'; allowed: ${Object.keys(table).join(', ')}`);
    return name;
  }

  private cleans(list: Cleans<{ readonly if?: false; readonly file?: true }> | undefined, to: 'sanitizers' | 'guards'): void {
    for (const [kind, paths] of Object.entries(list ?? {})) {
      const mask = kind === '*' ? ALL_KINDS : bit[this.known(kind, kinds, 'kind') as Kind];
      for (const path of paths ?? []) {
        this.end(textOf(path)).state[to].push({ mask, when: whenOf(path), ifFalse: typeof path !== 'string' && path.if === false, file: typeof path !== 'string' && path.file === true });
      }
    }
  }

  /** `().success`: the name. */
  private memberOfResult(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const name = /^\(\)\.(\w+)$/.exec(path)?.[1];
    if (name === undefined) throw new ModelError(`secure-node: model of '${this.name}': a check has passed or failed by '${path}': expected a member of its result as '().success'`);
    return name;
  }

  private passed(path: string): void {
    const { schemas } = this.end(path).state;
    if (!schemas.some((s) => s.role === 'passed')) schemas.push({ role: 'passed' });
  }

  private after(at: Way): After {
    const { awaited } = this.graph;
    const root = this.end(textOf(at)).state;
    const list = awaited.get(root) ?? [];
    awaited.set(root, list);
    const after = { id: [...awaited.values()].reduce((n, one) => n + one.length, 0), root, when: whenOf(at) };
    list.push(after);
    return after;
  }

  private flow({ flow: text, again = [], below = false, only, when }: { readonly flow: string; readonly again?: readonly Kind[]; readonly below?: boolean; readonly only?: readonly Kind[]; readonly when?: When }): void {
    const m = /^(.*?) (->|is) (.*)$/.exec(text);
    if (!m) throw new ModelError(`secure-node: model of '${this.name}': bad flow '${text}': expected 'PATH -> PATH' or 'PATH is PATH'`);
    const [, left = '', arrow, right = ''] = m;
    const parsed = parsePath(left);
    const cut = parsed.steps.findIndex((s) => s.t === 'argument' || s.t === 'receiver' || s.t === 'assign');
    if (cut < 0) {
      // a value to a value: `Url.searchParams -> Url.search`; only the right end is kept, as the very same value
      const from = this.end(left).state;
      this.end(right).state.epsilon.push(from);
      return;
    }
    const { state } = this.entry(left, parsed.root);
    const callee = parsed.steps.slice(0, cut).reduce((s, step) => this.graph.extend(s, step), state);
    let pair: string | undefined;
    let to: readonly Step[];
    if (/^[[(]|^=$/.test(right)) to = parseRelative(right);
    else {
      const other = parsePath(right);
      const call = other.steps.findIndex((s) => s.t === 'argument' || s.t === 'call');
      const method = other.steps[call - 1];
      pair = method?.t === 'member' && method.names !== '*' ? method.names[0] : undefined;
      to = other.steps.slice(call);
    }
    const info: FlowInfo = { from: parsed.steps.slice(cut), to, is: arrow === 'is', again: bitsOf(again), below, keeps: only ? bitsOf(only) | ~ALL_KINDS : ~0, when, pair };
    callee.flows.push(info);
  }

  /** Where a path or way ends; `want`: the side on which it has to. */
  private end(text: string, want?: Side): { readonly state: State } {
    if (text.startsWith('export ')) return { state: this.exportWay(text) };
    const special = /^(~~|[:~@])(\{[^}]*\}|[\w$]+)(.*)$/.exec(text);
    if (special) {
      const [, mark, names = '', rest = ''] = special;
      const map = mark === ':' ? this.out.annotations : mark === '@' ? this.out.decorators : this.out.hints;
      const joint = this.graph.state(this.name);
      for (const name of braces(names)) {
        const state = map.get(name) ?? this.graph.state(this.name);
        map.set(name, state);
        state.epsilon.push(joint);
      }
      return { state: parseRelative(rest).reduce((s, step) => this.graph.extend(s, step), joint) };
    }
    const parsed = parsePath(text);
    const { state, side } = this.entry(text, parsed.root);
    const end = side && sideAfter(text, parsed.steps, side);
    if (want && end && end !== want) {
      throw new ModelError(
        `secure-node: bad path '${text}' in the model of '${this.name}': a ${want === 'value' ? 'source ends on a value that the library gives' : 'sink ends on a place that takes a value: an argument [n], an assigned member =, a result () of a user function'}`,
      );
    }
    return { state: parsed.steps.reduce((s, step) => this.graph.extend(s, step), state) };
  }

  private entry(text: string, root: string): { readonly state: State; readonly side: Side | undefined } {
    if (root === 'exports') return { state: this.out.exports, side: 'value' };
    if (root === '*') return { state: this.out.star, side: 'value' };
    if (root.includes(':')) return this.typeOf(root, this.name);
    const type = this.out.types.get(root);
    if (type) return { state: type, side: this.out.sides.get(root) };
    return { state: this.graph.extend(this.out.exports, { t: 'member', names: [root] }), side: 'value' };
  }

  /** `Type.*` for `Type.min`, if the model speaks of it. */
  private anyBeside(path: string): State | undefined {
    if (!/^\w+(?:\.[\w{},]+)+$/.test(path)) return undefined;
    const { root, steps } = parsePath(path);
    if (!this.out.types.has(root)) return undefined;
    return steps.slice(0, -1).reduce((s, step) => this.graph.extend(s, step), this.entry(path, root).state).any;
  }

  /** A step of a schema is a schema still: `Type.uuid()` is what `Type.*()` is, although a named member beats `.*`. */
  private schemaRole(path: string, role: SchemaRole, when: When | undefined): void {
    const { state } = this.end(path);
    state.schemas.push({ role, when });
    const { root, steps } = parsePath(path);
    const named = steps.findLastIndex((s) => s.t === 'member' && s.names !== '*');
    if (named < 0) return;
    const { state: start } = this.entry(path, root);
    const before = steps.slice(0, named).reduce((s, step) => this.graph.extend(s, step), start);
    const member = steps[named];
    if (!before.any || member?.t !== 'member') return;
    const result = this.graph.extend(this.graph.extend(before, member), { t: 'call' });
    result.epsilon.push(this.graph.extend(before.any, { t: 'call' }));
  }

  private exportWay(text: string): State {
    const way = exportOf(text);
    if (!way) throw new ModelError(`secure-node: model of '${this.name}': bad way '${text}': expected 'export NAMES [in GLOB] [under "directive"]'`);
    const state = this.graph.state(this.name);
    this.out.exported.push({ ...way, state });
    return parseRelative(way.rest).reduce((s, step) => this.graph.extend(s, step), state);
  }

  /** The side of each type, from its first way that can tell. */
  private findSides(types: readonly (readonly [string, readonly Way[]])[]): void {
    const { sides } = this.out;
    for (let round = 0; round < types.length + 1; round++) {
      let grew = false;
      for (const [type, ways] of types) {
        if (sides.has(type) || type.includes(':')) continue;
        for (const way of ways) {
          const text = textOf(way);
          if (/^[:~@]|^export /.test(text)) {
            if (text.startsWith('export ')) (sides.set(type, /\(\d/.test(text) ? 'value' : 'place'), (grew = true));
            continue;
          }
          const parsed = parsePath(text);
          const start = parsed.root.includes(':') ? this.typeOf(parsed.root, this.name).side : this.out.types.has(parsed.root) ? sides.get(parsed.root) : 'value';
          if (start) {
            sides.set(type, sideAfter(text, parsed.steps, start));
            grew = true;
            break;
          }
        }
      }
      if (!grew) break;
    }
  }
}
