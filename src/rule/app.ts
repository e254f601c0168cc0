/**
 * Apps as a whole, for rules that ask what is not there: what is mounted on an app, on its routers and routes, in which order. Three
 * answers: something in front of a route does it, nothing does, or nobody knows, since some of it is out of sight.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { moduleOf } from '../ast/bindings.ts';
import type { SourceCode } from '../ast/edit.ts';
import { childNodes, functionAround, isFunctionNode, staticName, unwrap, type VisitorKeys } from '../ast/nodes.ts';
import { appOf, type Analysis, type ApiCall, type FunctionInfo, type Shown } from '../engine/index.ts';
import type { Mark } from '../model/dsl.ts';
import { settingsOf } from '../settings.ts';
import { analysisOf, type AnyContext } from './analysis.ts';
import { constantOf } from './call-rule.ts';

export type Answer = 'yes' | 'no' | 'unknown';

/** Marks that a rule about apps asks for beside `mounts`, and its own. */
export const APP_MARKS = ['app', 'part', 'plain'] as const satisfies readonly Mark[];

/** Whether the settings say that something in front of the app does it: `assume: { proxy: ['rateLimit'] }`. */
export const assumes = (context: AnyContext, what: 'rateLimit' | 'headers'): boolean => settingsOf(context.settings).assume.proxy.includes(what);

/** A call that mounts something: `app.use(...)`, `router.post(...)`. */
export interface Mount {
  readonly call: ApiCall;
  /** The call that made the app; undefined: out of sight. */
  readonly app: TSESTree.Node | undefined;
  /** `use`, `post`, … */
  readonly verb: string;
  /** Where it counts; undefined: everywhere, or nobody knows. */
  readonly path: string | undefined;
  /** What it mounts. */
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly shown: Shown;
  readonly node: TSESTree.Node;
}

/** What is looked for: a mark of models, what a function of the file does, names that hint at it where it is out of sight. */
export interface Wanted {
  readonly mark: Mark;
  readonly hint: RegExp;
  readonly own: (words: Words) => boolean;
  /** Names of packages that may do it; others that everybody knows do not. Where it is not said, any may. */
  readonly packages?: RegExp;
}

/** Verbs that mount for whatever comes after. */
const LAYERS = new Set(['use', 'all', 'register', 'addHook', 'route']);
const MOST_DEEP = 5;

export class Apps {
  readonly mounts: readonly Mount[];
  private readonly analysis: Analysis;
  private readonly source: SourceCode;
  private readonly keys: VisitorKeys;
  private readonly words = new Map<FunctionInfo, Words>();

  constructor(context: AnyContext) {
    this.analysis = analysisOf(context);
    this.source = context.sourceCode;
    this.keys = context.sourceCode.visitorKeys;
    this.mounts = this.analysis.calls().filter((call) => call.marks.includes('mounts')).flatMap((call) => mountOf(call) ?? []);
  }

  /** Calls that made apps of the file, and whether each is a whole app, or a part that another file may mount. */
  get made(): readonly { readonly node: TSESTree.Node; readonly isPart: boolean }[] {
    const nodes = new Set(this.mounts.flatMap(({ app }) => (app ? [app] : [])));
    return [...nodes].map((node) => ({ node, isPart: this.isPart(node) }));
  }

  private isPart(made: TSESTree.Node): boolean {
    return this.analysis.calls().some((call) => call.node === made && call.marks.includes('part'));
  }

  /** Whether what is wanted stands in front of a route: on it, on its app before it, or where that is mounted. */
  inFrontOf(route: Mount, wanted: Wanted, seen: ReadonlySet<TSESTree.Node> = new Set()): Answer {
    const here = route.layers.map((layer) => this.layerIs(layer, wanted));
    if (here.includes('yes')) return 'yes';
    let answer: Answer = here.includes('unknown') ? 'unknown' : 'no';
    const { app } = route;
    if (!app) return 'unknown';
    if (seen.has(app) || seen.size > MOST_DEEP) return answer;
    for (const mount of this.mounts) {
      if (mount.app !== app || mount === route || !LAYERS.has(mount.verb) || isLater(mount.call.node, route.call.node, mount.verb) || !covers(mount, route)) continue;
      for (const layer of mount.layers) {
        const one = this.layerIs(layer, wanted);
        if (one === 'yes') return 'yes';
        // a router beside the route may do anything for its own routes only
        if (one === 'unknown' && !/rout/i.test(textOf(layer.node))) answer = 'unknown';
      }
    }
    if (this.analysis.handed(app).some((node) => !isLater(node, route.call.node, 'use'))) answer = 'unknown';
    const above = this.mounts.filter((mount) => mount.app !== app && mount.layers.some(({ shown }) => appOf(shown.fact) === app));
    if (above.length === 0) return this.isPart(app) ? 'unknown' : answer;
    const around = above.map((mount) => this.inFrontOf({ ...mount, layers: mount.layers.filter(({ shown }) => appOf(shown.fact) !== app) }, wanted, new Set([...seen, app])));
    return around.includes('yes') ? 'yes' : around.includes('unknown') ? 'unknown' : answer;
  }

  /** Whether requests for a route of the same app do not meet what is mounted: it comes later, or is for other paths. */
  isPast(mount: Mount, route: Mount): boolean {
    return mount.app === route.app && (isLater(mount.call.node, route.call.node, mount.verb) || !covers(mount, route));
  }

  /** Whether a route is one of an app, or of a router that is mounted on it. */
  isBelow(route: Mount, app: TSESTree.Node, depth = 0): boolean {
    if (route.app === app) return true;
    if (!route.app || depth > MOST_DEEP) return false;
    return this.mounts.some((mount) => mount.app !== route.app && mount.layers.some(({ shown }) => appOf(shown.fact) === route.app) && this.isBelow(mount, app, depth + 1));
  }

  /** Whether what is wanted is mounted on an app anywhere; what is out of sight may be it where it stands in front of everything. */
  on(made: TSESTree.Node, wanted: Wanted): Answer {
    let answer: Answer = this.analysis.handed(made).length > 0 ? 'unknown' : 'no';
    for (const { app, verb, path, layers } of this.mounts) {
      if (app !== made) continue;
      const isForAll = LAYERS.has(verb) && verb !== 'route' && (path === undefined || /^\/?\*?$/.test(path));
      for (const layer of layers) {
        const one = this.layerIs(layer, wanted);
        if (one === 'yes') return 'yes';
        if (one === 'unknown' && isForAll && !/rout/i.test(textOf(layer.node))) answer = 'unknown';
      }
    }
    return answer;
  }

  /** Whether a middleware, or one of a list, is what is wanted. */
  private layerIs({ shown, node }: Layer, wanted: Wanted, depth = 0): Answer {
    const { refs } = shown.fact;
    if (refs.length === 0) {
      if (wanted.hint.test(textOf(node))) return 'yes';
      // a package of its own scope may be the project's
      const module = wanted.packages && moduleOf(this.source, node);
      return module !== undefined && /^[a-z]/i.test(module) && !wanted.packages?.test(module) ? 'no' : 'unknown';
    }
    const answers = refs.map((ref): Answer => {
      if (ref.k === 'api') return ref.api.marks.some(({ mark }) => mark === wanted.mark) ? 'yes' : 'no';
      if (ref.k === 'fn') return wanted.own(this.wordsOf(ref.fn)) || this.calls(ref.fn, wanted.mark) ? 'yes' : 'no';
      if (ref.k !== 'obj' || depth > 2) return wanted.hint.test(textOf(node)) ? 'yes' : 'unknown';
      const members = [...shown.members.values()].filter((member) => constantOf(member) === undefined).map((member) => this.layerIs({ shown: member, node }, wanted, depth + 1));
      return members.includes('yes') ? 'yes' : members.includes('unknown') && ref.what === 'array' ? 'unknown' : 'no';
    });
    return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
  }

  private calls(fn: FunctionInfo, mark: Mark): boolean {
    const around = this.wordsOf(fn).functions;
    return this.analysis.calls().some((call) => call.marks.includes(mark) && around.has(call.owner));
  }

  /** The functions of the file that a layer holds. */
  functionsOf({ shown }: Layer): readonly FunctionInfo[] {
    return [shown, ...shown.members.values()].flatMap(({ fact }) => fact.refs.flatMap((ref) => (ref.k === 'fn' ? [ref.fn] : [])));
  }

  /** What a function says, and those of the file that it uses. */
  wordsOf(fn: FunctionInfo): Words {
    let words = this.words.get(fn);
    if (!words) this.words.set(fn, (words = collect(fn, this.keys)));
    return words;
  }
}

/** What a function speaks of, with the functions of the file that it uses. */
export interface Words {
  readonly names: ReadonlySet<string>;
  readonly texts: ReadonlySet<string>;
  readonly numbers: ReadonlySet<number>;
  /** It compares sizes. */
  readonly compares: boolean;
  /** It asks something before it goes on. */
  readonly asks: boolean;
  readonly functions: ReadonlySet<FunctionInfo>;
}

const MOST_FUNCTIONS = 20;

function collect(start: FunctionInfo, keys: VisitorKeys): Words {
  const names = new Set<string>();
  const texts = new Set<string>();
  const numbers = new Set<number>();
  const functions = new Set([start]);
  let compares = false;
  let asks = false;
  for (const fn of functions) {
    if (isFunctionNode(fn.node)) {
      const todo: TSESTree.Node[] = [fn.node];
      for (let node = todo.pop(); node; node = todo.pop()) {
        if (node.type === 'Identifier') names.add(node.name);
        else if (node.type === 'Literal' && typeof node.value === 'string') texts.add(node.value);
        else if (node.type === 'TemplateElement') texts.add(node.value.cooked ?? '');
        else if (node.type === 'Literal' && typeof node.value === 'number') numbers.add(node.value);
        else if (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator)) compares = true;
        if (node.type === 'IfStatement' || node.type === 'ConditionalExpression' || node.type === 'LogicalExpression' || node.type === 'SwitchStatement') asks = true;
        todo.push(...childNodes(node, keys));
      }
    }
    // what stands in front of a handler on some route is among those it uses, too
    for (const used of [...fn.uses, ...fn.inner]) if (functions.size < MOST_FUNCTIONS && (used.parent === fn || names.has(used.name))) functions.add(used);
  }
  return { names, texts, numbers, compares, asks, functions };
}

/** Route options of Fastify that hold middleware. */
const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler'];

function mountOf(call: ApiCall): Mount | undefined {
  const { node, shown } = call;
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const verb = callee?.type === 'MemberExpression' ? staticName(callee) : undefined;
  if (node.type !== 'CallExpression' || verb === undefined) return undefined;
  const path = constantOf(shown[0]) ?? constantOf(shown[0]?.members.get('url'));
  const layers = shown.flatMap((one, i): Layer[] => {
    const argument = node.arguments[i] ?? node;
    const inOptions = [...HOOKS, 'handler'].flatMap((name) => one.members.get(name) ?? []);
    if (inOptions.length > 0) return inOptions.map((member) => ({ shown: member, node: argument }));
    // paths, patterns of paths, options
    if (constantOf(one) !== undefined || one.fact.refs.some((ref) => ref.k === 'regex') || (one.fact.refs.length > 0 && one.fact.refs.every((ref) => ref.k === 'obj' && ref.what === 'plain'))) return [];
    if (i === 0 && (one.fact.text || one.fact.literal) && one.fact.refs.length === 0) return [];
    return [{ shown: one, node: argument }];
  });
  const method = constantOf(shown[0]?.members.get('method'));
  return { call, app: appOf(call.receiver), verb: typeof method === 'string' ? method.toLowerCase() : verb, path: typeof path === 'string' ? path : routePath(node), layers };
}

/** `router.route('/x').post(...)`: the path of the chain. */
function routePath(node: TSESTree.CallExpression): string | undefined {
  let at: TSESTree.Node = node;
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') {
    const [first] = at.arguments;
    if (staticName(at.callee) === 'route' && first?.type === 'Literal' && typeof first.value === 'string') return first.value;
    at = unwrap(at.callee.object);
  }
  return undefined;
}

/** Whether a call comes after another for sure: both in one function. A plugin of Fastify counts wherever it is registered. */
function isLater(node: TSESTree.Node, route: TSESTree.Node, verb: string): boolean {
  if (verb === 'register' || verb === 'addHook' || functionAround(node.parent) !== functionAround(route.parent)) return false;
  // of a chain, the end of the call tells
  return node.range[1] > route.range[1] || (node.range[0] > route.range[0] && node.range[1] === route.range[1]);
}

/** Whether what is mounted at a path sees requests for the route. */
function covers(mount: Mount, route: Mount): boolean {
  const { path } = mount;
  if (path === undefined || route.path === undefined || /[*:({]|^\/?$/.test(path)) return true;
  return route.path === path || route.path.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** What a layer is called, as a hint. */
export function textOf(node: TSESTree.Node): string {
  const at = unwrap(node);
  if (at.type === 'Identifier') return at.name;
  if (at.type === 'MemberExpression') return `${textOf(at.object)}.${staticName(at) ?? ''}`;
  if (at.type === 'CallExpression' || at.type === 'NewExpression') return `${textOf(at.callee)} ${at.arguments.map(textOf).join(' ')}`;
  if (at.type === 'ArrayExpression') return at.elements.map((one) => (one ? textOf(one) : '')).join(' ');
  return '';
}
