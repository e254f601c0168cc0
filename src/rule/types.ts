/**
 * What a type checker says of a node, without importing one: through the parser services of typescript-eslint, which the user's
 * config may or may not have. Only names and files of declarations are read, so any version of TypeScript will do.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/edit.ts';
import type { SourceFile } from '../engine/index.ts';

interface CheckerSymbol {
  readonly name: string;
  readonly declarations?: readonly { getSourceFile(): { readonly fileName: string } }[];
}
interface CheckerType {
  readonly symbol?: CheckerSymbol;
  readonly aliasSymbol?: CheckerSymbol;
  readonly types?: readonly CheckerType[];
  isUnion?(): boolean;
}
interface Checker {
  getTypeAtLocation(node: object): CheckerType;
  getTypeArguments?(type: CheckerType): readonly CheckerType[];
}
interface Services {
  readonly program?: { getTypeChecker(): Checker; getSourceFiles(): readonly { readonly fileName: string }[] } | null;
  readonly esTreeNodeToTSNodeMap?: { get(node: TSESTree.Node): object | undefined };
}

const packages = new WeakMap<object, ReadonlySet<string>>();

/** Types of the file's nodes, and the packages whose types its program has; nothing without a type checker. */
export function typesOf(source: SourceCode): Pick<SourceFile, 'typeOf' | 'typedPackages'> {
  const { program, esTreeNodeToTSNodeMap: nodes } = (source.parserServices ?? {}) as Services;
  if (!program || !nodes) return {};
  return {
    typeOf(node) {
      const there = nodes.get(node);
      const checker = program.getTypeChecker();
      return there ? namesOf(checker.getTypeAtLocation(there), checker, 0) : [];
    },
    get typedPackages() {
      let known = packages.get(program);
      if (!known) packages.set(program, (known = new Set(program.getSourceFiles().flatMap(({ fileName }) => packageOf(fileName) ?? []))));
      return known;
    },
  };
}

const WRAPPERS = new Set(['Promise', 'Awaited', 'Readonly', 'Array', 'ReadonlyArray']);

function namesOf(type: CheckerType, checker: Checker, depth: number): { readonly module: string; readonly name: string }[] {
  if (depth > 3) return [];
  if (type.isUnion?.()) return (type.types ?? []).flatMap((one) => namesOf(one, checker, depth + 1));
  const found = [type.aliasSymbol, type.symbol].flatMap((symbol) => {
    const module = symbol && packageOf(symbol.declarations?.[0]?.getSourceFile().fileName ?? '');
    return symbol && module !== undefined ? [{ module, name: symbol.name }] : [];
  });
  if (type.symbol && WRAPPERS.has(type.symbol.name)) return (checker.getTypeArguments?.(type) ?? []).flatMap((one) => namesOf(one, checker, depth + 1));
  return found;
}

/** `…/node_modules/@types/pg/index.d.ts` is of pg, `@types/node/http.d.ts` of http, `@types/koa__router` of @koa/router. */
function packageOf(fileName: string): string | undefined {
  const path = fileName.replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [scope = '', name = '', ...rest] = path.slice(at + '/node_modules/'.length).split('/');
  if (!scope.startsWith('@')) return scope;
  if (scope !== '@types') return `${scope}/${name}`;
  if (name === 'node') return rest.join('/').replace(/\.d\.[cm]?ts$/, '');
  return name.includes('__') ? `@${name.replace('__', '/')}` : name;
}
