/**
 * The models' paths as one graph, walked by subsets of its states (`Api`): what the engine holds for "a value of a library".
 * Subsets are interned and their steps remembered, so following `app.get(...)` costs a map look-up after the first time.
 */
import type { Label, When } from './dsl.ts';
import type { After, CleanInfo, FlowInfo, MarkInfo, SchemaInfo, SinkInfo, SourceInfo } from './infos.ts';
import type { Step } from './path.ts';

export type { After, CleanInfo, FlowInfo, MarkInfo, SchemaInfo, SinkInfo, SourceInfo } from './infos.ts';

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly first: readonly string[] | undefined;
  readonly state: State;
}

/** One place in the graph. */
export class State {
  readonly id: number;
  /** Module of the model that made it. */
  readonly module: string;
  readonly epsilon: State[] = [];
  readonly conditional: { readonly when: When; readonly state: State }[] = [];
  readonly members = new Map<string, State>();
  any: State | undefined;
  readonly memberOfArgument = new Map<number, State>();
  readonly calls: Edge[] = [];
  readonly arguments: Edge[] = [];
  readonly parameters: Edge[] = [];
  readonly arities: Edge[] = [];
  readonly variables = new Map<string, State>();
  receiver: State | undefined;
  parameterThis: State | undefined;
  assigned: State | undefined;
  readonly sources: SourceInfo[] = [];
  readonly sinks: SinkInfo[] = [];
  readonly sanitizers: CleanInfo[] = [];
  readonly guards: CleanInfo[] = [];
  readonly flows: FlowInfo[] = [];
  readonly marks: MarkInfo[] = [];
  label: Label | undefined;
  readonly schemas: SchemaInfo[] = [];
  constructor(id: number, module: string) {
    this.id = id;
    this.module = module;
  }
}

const UNLABELLED: ReadonlySet<Label> = new Set();

/** A set of states: what a value of a library may be. Interned: equal sets are the same object. */
export class Api {
  readonly id: number;
  readonly states: readonly State[];
  readonly steps = new Map<string, Api | undefined>();
  readonly sources: readonly SourceInfo[];
  readonly sinks: readonly SinkInfo[];
  readonly sanitizers: readonly CleanInfo[];
  readonly guards: readonly CleanInfo[];
  readonly flows: readonly FlowInfo[];
  readonly marks: readonly MarkInfo[];
  readonly labels: ReadonlySet<Label>;
  readonly hasConditions: boolean;
  readonly schemas: readonly SchemaInfo[];
  constructor(id: number, states: readonly State[]) {
    this.id = id;
    this.states = states;
    this.sources = states.flatMap((s) => s.sources);
    this.sinks = states.flatMap((s) => s.sinks);
    this.sanitizers = states.flatMap((s) => s.sanitizers);
    this.guards = states.flatMap((s) => s.guards);
    this.flows = states.flatMap((s) => s.flows);
    this.marks = states.flatMap((s) => s.marks);
    const labels = states.map((s) => s.label).filter((l) => l !== undefined);
    this.labels = labels.length === 0 ? UNLABELLED : new Set(labels);
    this.schemas = states.flatMap((s) => s.schemas);
    this.hasConditions = states.some((s) => s.conditional.length > 0);
  }
  /** Modules of the models that it comes from. */
  get modules(): readonly string[] {
    return [...new Set(this.states.map((s) => s.module))];
  }
}

/** Owns the states; interns subsets; answers steps. */
export class Graph {
  /** The states of tests that ask for a value of an API. */
  readonly tested = new WeakMap<object, State>();
  /** The packages of which a test asks for the version. */
  readonly packages = new WeakMap<When, readonly string[]>();
  /** Calls that sinks wait for. */
  readonly awaited = new Map<State, After[]>();
  private readonly interned = new Map<string, Api>();
  private readonly counts = new Map<string, number>();
  private readonly ranks: ReadonlyMap<string, number>;

  /** `modules`: the first module of each model, in their order: states are ordered by it, not by which file came first. */
  constructor(modules: readonly string[]) {
    this.ranks = new Map(modules.map((name, i) => [name, i]));
  }

  state(module: string): State {
    const n = this.counts.get(module) ?? 0;
    this.counts.set(module, n + 1);
    return new State((this.ranks.get(module) ?? this.ranks.size) * 100_000 + n, module);
  }

  /** The subset of these states and all that they are by way of types. */
  api(states: Iterable<State>): Api | undefined {
    const seen = new Set<State>();
    const todo = [...states];
    for (let s = todo.pop(); s; s = todo.pop()) {
      if (seen.has(s)) continue;
      seen.add(s);
      todo.push(...s.epsilon);
    }
    if (seen.size === 0) return undefined;
    const list = [...seen].sort((a, b) => a.id - b.id);
    const key = list.map((s) => s.id).join();
    let api = this.interned.get(key);
    if (!api) this.interned.set(key, (api = new Api(this.interned.size, list)));
    return api;
  }

  union(a: Api, b: Api): Api {
    return a === b ? a : (this.api([...a.states, ...b.states]) ?? a);
  }

  private step(api: Api, key: string, go: (state: State) => Iterable<State>): Api | undefined {
    const known = api.steps.get(key);
    if (known !== undefined || api.steps.has(key)) return known;
    const next: State[] = [];
    for (const state of api.states) next.push(...go(state));
    const result = this.api(next);
    api.steps.set(key, result);
    return result;
  }

  /** The member `name`; undefined name: some member not known. A named member beats `.*`. */
  member(api: Api, name: string | undefined): Api | undefined {
    if (name === undefined) return this.step(api, '.*', (s) => (s.any ? [s.any] : []));
    return this.step(api, `.${name}`, (s) => {
      const named = s.members.get(name);
      return named ? [named] : s.any ? [s.any] : [];
    });
  }

  /** Has a path that goes on to a member of this name, or to any. */
  call(api: Api, first: string | undefined): Api | undefined {
    const key = first === undefined || !api.states.some((s) => s.calls.some((e) => e.first)) ? '()' : `('${first}')`;
    return this.step(api, key, (s) => s.calls.filter((e) => !e.first || (first !== undefined && e.first.includes(first))).map((e) => e.state));
  }

  /** The place of argument `index` of `count`. */
  argument(api: Api, index: number, count: number, first: string | undefined): Api | undefined {
    const filtered = first !== undefined && api.states.some((s) => s.arguments.some((e) => e.first));
    const last = index === count - 1;
    return this.step(api, `[${index}${last ? '$' : ''}]${filtered ? first : ''}`, (s) =>
      s.arguments
        .filter((e) => (!e.first || (first !== undefined && e.first.includes(first))) && ((e.from <= index && index <= e.to && e.from >= 0) || (e.from === -1 && last)))
        .map((e) => e.state),
    );
  }

  receiver(api: Api): Api | undefined {
    return this.step(api, '[this]', (s) => (s.receiver ? [s.receiver] : []));
  }

  /** A place for a function narrowed to one that declares `arity` parameters. */
  private narrowed(api: Api, arity: number): Api | undefined {
    return this.step(api, `/${arity}`, (s) => [s, ...s.arities.filter((e) => e.from <= arity && arity <= e.to).map((e) => e.state)]);
  }

  /** What the library hands to parameter `index`, called `name`, of a function with `arity` parameters at this place. */
  parameter(api: Api, index: number, arity: number, name: string | undefined): Api | undefined {
    const place = this.narrowed(api, arity) ?? api;
    const result = this.step(place, `(${index})`, (s) => s.parameters.filter((e) => e.from <= index && index <= e.to).map((e) => e.state));
    if (!result || name === undefined || !result.states.some((s) => s.variables.size > 0)) return result;
    // known by its name alone, under another name it is nothing of the library's
    const speaks = (s: State): boolean => s.variables.size === 0 || s.members.size > 0 || s.any !== undefined || s.calls.length > 0 || s.sources.length > 0 || s.epsilon.length > 0;
    return this.step(result, `~${name}`, (s) => [...(speaks(s) ? [s] : []), ...(s.variables.has(name) ? [s.variables.get(name) as State] : [])]);
  }

  parameterThis(api: Api, arity: number): Api | undefined {
    return this.step(this.narrowed(api, arity) ?? api, '(this)', (s) => (s.parameterThis ? [s.parameterThis] : []));
  }

  assigned(api: Api): Api | undefined {
    return this.step(api, '=', (s) => (s.assigned ? [s.assigned] : []));
  }

  memberOfArgument(api: Api, index: number): Api | undefined {
    return this.step(api, `.$${index}`, (s) => (s.memberOfArgument.has(index) ? [s.memberOfArgument.get(index) as State] : []));
  }

  /** With the conditional ways that hold. */
  settle(api: Api, holds: (when: When) => boolean): Api {
    if (!api.hasConditions) return api;
    const more = api.states.flatMap((s) => s.conditional.filter((c) => holds(c.when)).map((c) => c.state));
    return more.length === 0 ? api : (this.api([...api.states, ...more]) ?? api);
  }

  /** The state reached from `state` by a step of a path, made where it is not there yet. */
  extend(state: State, step: Step): State {
    const fresh = (): State => this.state(state.module);
    const edge = (list: Edge[], from: number, to: number, first: readonly string[] | undefined): State => {
      const key = first?.join();
      const known = list.find((e) => e.from === from && e.to === to && e.first?.join() === key);
      if (known) return known.state;
      const next = fresh();
      list.push({ from, to, first, state: next });
      return next;
    };
    switch (step.t) {
      case 'member': {
        if (step.names === '*') return (state.any ??= fresh());
        if (step.names.length === 1) {
          const name = step.names[0] ?? '';
          const next = state.members.get(name) ?? fresh();
          state.members.set(name, next);
          return next;
        }
        const joint = fresh();
        for (const name of step.names) this.extend(state, { t: 'member', names: [name] }).epsilon.push(joint);
        return joint;
      }
      case 'memberOfArgument': {
        const next = state.memberOfArgument.get(step.index) ?? fresh();
        state.memberOfArgument.set(step.index, next);
        return next;
      }
      case 'call':
        return edge(state.calls, 0, 0, step.first);
      case 'argument':
        return edge(state.arguments, step.from, step.to, step.first);
      case 'receiver':
        return (state.receiver ??= fresh());
      case 'parameter':
        return edge(state.parameters, step.from, step.to, undefined);
      case 'parameterThis':
        return (state.parameterThis ??= fresh());
      case 'arity':
        return edge(state.arities, step.min, step.max, undefined);
      case 'variable': {
        const next = state.variables.get(step.name) ?? fresh();
        state.variables.set(step.name, next);
        return next;
      }
      case 'assign':
        return (state.assigned ??= fresh());
    }
  }
}
