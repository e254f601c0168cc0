/**
 * All models as one graph. A model is compiled when a file first needs it (an import, a name, an annotation), so that a
 * lint that meets three packages pays for three.
 */
import { builtinModules } from 'node:module';
import { Compiler, exportOf, textOf, type Compiled, type ExportWay } from './compile.ts';
import { checkConditions } from './conditions.ts';
import type { Model, Way } from './dsl.ts';
import { matchesGlob } from './glob.ts';
import { Graph, type Api, type State } from './graph.ts';
import { ModelError, type Side } from './path.ts';

const builtins = new Set(builtinModules);

const GLOBAL = 'global';

/** What a name hints at. */
export interface Hint {
  readonly model: string;
  readonly api: Api;
  /** Makes no company, but joins it. */
  readonly joins: boolean;
}

export class Registry {
  readonly graph: Graph;
  private readonly models: readonly Model[];
  private readonly bySpecifier = new Map<string, Model[]>();
  private readonly prefixes: { readonly prefix: string; readonly model: Model }[] = [];
  private readonly compiled = new Map<Model, Compiled>();
  private readonly hintModels = new Map<string, Model[]>();
  /** Names that join two who keep company, and make none. */
  private readonly joinModels = new Map<string, Model[]>();
  private readonly exportModels: Model[] = [];
  /** Which exports bring a model into sight, parsed once: every file is asked. */
  private readonly exportNames: (NonNullable<ReturnType<typeof exportOf>> & { readonly model: Model })[] = [];
  private readonly modules = new Map<string, Api | undefined>();
  private readonly hinted = new Map<string, readonly Hint[]>();
  private memberNames: Set<string> | undefined;
  private adders: Map<string, Model[]> | undefined;
  /** Names of members that some model speaks of as `*.name`. */
  private starApi: Api | undefined;

  constructor(models: readonly Model[]) {
    this.models = models;
    this.graph = new Graph(models.map((m) => m.modules[0]));
    for (const model of models) {
      for (const name of model.modules) {
        if (name.endsWith('/*')) this.prefixes.push({ prefix: name.slice(0, -1), model });
        else {
          this.add(this.bySpecifier, name, model);
          if (builtins.has(name)) this.add(this.bySpecifier, `node:${name}`, model);
        }
      }
      for (const ways of Object.values(model.types ?? {})) {
        for (const way of ways) {
          const text = textOf(way);
          if (text.startsWith('~')) this.add(text.startsWith('~~') ? this.joinModels : this.hintModels, /^~~?([\w$]+)/.exec(text)?.[1] ?? '', model);
          else if (text.startsWith('export ')) {
            const parsed = exportOf(text);
            if (parsed) this.exportNames.push({ ...parsed, model });
            if (this.exportModels.at(-1) !== model) this.exportModels.push(model);
          }
        }
      }
    }
  }

  private add(map: Map<string, Model[]>, key: string, model: Model): void {
    const list = map.get(key);
    if (!list) map.set(key, [model]);
    else if (!list.includes(model)) list.push(model);
  }

  /** Does any model speak of this import specifier? Cheap. */
  knows(specifier: string): boolean {
    return this.bySpecifier.has(specifier) || this.prefixes.some((p) => specifier.startsWith(p.prefix));
  }

  /** The models of a package. */
  modelsOf(specifier: string): readonly Model[] {
    const models = this.bySpecifier.get(specifier);
    if (models) return models;
    return this.prefixes.filter((p) => specifier.startsWith(p.prefix)).map((p) => p.model);
  }

  /** The model of globals, which counts in every file. */
  get globals(): readonly Model[] {
    return this.modelsOf(GLOBAL);
  }

  /** Models that an export of a file brings into sight. */
  exportedTo(filename: string, exports: (name: string) => boolean, says: (directive: string) => boolean): readonly Model[] {
    const found = new Set<Model>();
    for (const { model, names, glob, directive, word } of this.exportNames) {
      if (found.has(model) || (directive !== undefined && !says(directive)) || (word !== undefined && !says(word)) || (glob !== undefined && !matchesGlob(filename, glob))) continue;
      if (names.some((name) => name === '*' || exports(name))) found.add(model);
    }
    return [...found];
  }

  /** What an export of this name is, by ways of models. */
  exported(filename: string, name: string, says: (directive: string) => boolean, itself: (word: string) => boolean): Api | undefined {
    let api: Api | undefined;
    for (const way of this.exportNames) {
      if (!(way.names.includes(name) || way.names.includes('*')) || (way.directive !== undefined && !says(way.directive)) || (way.word !== undefined && !itself(way.word)) || (way.glob !== undefined && !matchesGlob(filename, way.glob))) continue;
      const states = this.compile(way.model).exported.filter((e) => (e.names.includes(name) || e.names.includes('*')) && e.glob === way.glob && e.directive === way.directive && e.word === way.word).map((e) => e.state);
      const here = this.graph.api(states);
      if (here) api = api ? this.graph.union(api, here) : here;
    }
    return api;
  }

  /** The models of which two of these names keep company. */
  companyOf(names: readonly string[]): readonly Model[] {
    const met = new Set<Model>();
    const found: Model[] = [];
    for (const name of names) {
      for (const model of this.hintModels.get(name) ?? []) {
        if (met.has(model)) found.push(model);
        met.add(model);
      }
    }
    return found;
  }

  /** Whether the model of a package knows functions that serve requests. */
  serves(specifier: string): boolean {
    return this.bySpecifier.get(specifier)?.some((m) => m.marks?.handler !== undefined) ?? false;
  }

  /** Whether any model speaks of a member of this name: a call of another one on an unknown value tells nothing. */
  hasMember(name: string): boolean {
    if (!this.memberNames) {
      this.memberNames = new Set();
      for (const model of this.models) {
        for (const [, names = ''] of JSON.stringify(model).matchAll(/[.{,]((?:[\w$]+,)*[\w$]+)/g)) for (const one of names.split(',')) this.memberNames.add(one);
      }
    }
    return this.memberNames.has(name);
  }

  hasHint(name: string): boolean {
    return this.hintModels.has(name) || this.joinModels.has(name);
  }

  /** The exports of a package; undefined where no model speaks of it. */
  module(specifier: string): Api | undefined {
    const known = this.modules.get(specifier);
    if (known || this.modules.has(specifier)) return known;
    const states = (this.bySpecifier.get(specifier) ?? []).map((model) => this.compile(model).exports);
    let api = this.graph.api(states);
    for (const { prefix, model } of this.prefixes) {
      if (!specifier.startsWith(prefix)) continue;
      const member = this.graph.member(this.graph.api([this.compile(model).exports]) as Api, specifier.slice(prefix.length).replace(/\.js$/, ''));
      if (member) api = api ? this.graph.union(api, member) : member;
    }
    this.modules.set(specifier, api);
    return api;
  }

  global(name: string): Api | undefined {
    const globals = this.module(GLOBAL);
    if (!globals) return undefined;
    // a `.*` on the exports of globals would make every unknown name an API
    return globals.states.some((s) => s.members.has(name)) ? this.graph.member(globals, name) : undefined;
  }

  /** A value annotated with this exported type; `module` undefined: a global type. */
  annotation(module: string | undefined, name: string): Api | undefined {
    return this.graph.api(this.modelsOf(module ?? GLOBAL).flatMap((m) => this.compile(m).annotations.get(name) ?? []));
  }

  decorator(module: string, name: string): Api | undefined {
    return this.graph.api((this.bySpecifier.get(module) ?? []).flatMap((m) => this.compile(m).decorators.get(name) ?? []));
  }

  /** What a variable of this name may be, one answer a model; counts only in company. */
  hints(name: string): readonly Hint[] {
    let found = this.hinted.get(name);
    if (found) return found;
    const of = (models: readonly Model[] | undefined, joins: boolean): Hint[] =>
      (models ?? []).flatMap((model) => {
        const state = this.compile(model).hints.get(name);
        const api = state && this.graph.api([state]);
        return api ? [{ model: model.modules[0], api, joins }] : [];
      });
    found = [...of(this.hintModels.get(name), false), ...of(this.joinModels.get(name), true)];
    this.hinted.set(name, found);
    return found;
  }

  exportWays(): readonly ExportWay[] {
    return this.exportModels.flatMap((model) => this.compile(model).exported);
  }

  /** A member of a value of which nothing else is known. */
  star(name: string): Api | undefined {
    if (!this.starApi) {
      const states = this.models.filter((m) => JSON.stringify(m, (_, v: unknown) => (v instanceof RegExp ? 0 : v)).includes('"*.')).map((m) => this.compile(m).star);
      this.starApi = this.graph.api([...states, this.graph.state('*')]);
    }
    return this.starApi && this.graph.member(this.starApi, name);
  }

  /** Compiles everything: the contract test's way to find bad paths. Throws ModelError. */
  check(models: readonly Model[] = this.models): void {
    for (const model of models) {
      this.compile(model);
      checkConditions(model);
    }
  }

  private compile(model: Model): Compiled {
    const known = this.compiled.get(model);
    if (known) return known;
    const name = model.modules[0];
    const map = (): Map<string, State> => new Map();
    const result: Compiled = {
      exports: this.graph.state(name),
      types: map(),
      sides: new Map(),
      annotations: map(),
      decorators: map(),
      hints: map(),
      exported: [],
      star: this.graph.state(name),
    };
    this.compiled.set(model, result);
    new Compiler((qualified, from) => this.typeOf(qualified, from), this.graph, model, result).run();
    // places of a type that another model speaks of: before anybody asks what is there, or it would depend on which file came first
    for (const module of model.modules) for (const other of this.addersTo(module)) this.compile(other);
    return result;
  }

  /** The models that say of a place of another's type what it is: `sources: { remote: ['express:Request.tenant'] }`. */
  private addersTo(module: string): readonly Model[] {
    if (!this.adders) {
      this.adders = new Map();
      for (const model of this.models) {
        for (const part of [model.sources, model.sinks, model.sanitizers, model.guards, model.labels, model.marks]) {
          for (const at of Object.values(part ?? {}).flat() as readonly Way[]) {
            const [, other] = /^(@?[\w/.-]+):[A-Z]\w*./.exec(textOf(at)) ?? [];
            if (other !== undefined) this.add(this.adders, other, model);
          }
        }
      }
    }
    return this.adders.get(module) ?? [];
  }

  /** The state of a type of another model: `express:Request`. */
  private typeOf(qualified: string, from: string): { readonly state: State; readonly side: Side | undefined } {
    const at = qualified.lastIndexOf(':');
    const models = this.bySpecifier.get(qualified.slice(0, at));
    for (const model of models ?? []) {
      const compiled = this.compile(model);
      const type = qualified.slice(at + 1);
      const state = compiled.types.get(type);
      if (state) return { state, side: compiled.sides.get(type) };
    }
    throw new ModelError(`secure-node: model of '${from}' speaks of '${qualified}', but no model has that module and type`);
  }
}

