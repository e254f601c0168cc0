/** TypeScript annotations and names as evidence of what a value is. */
import type { TSESTree } from '@typescript-eslint/utils';
import { type Fact, type Ref } from '../fact/fact.ts';
import { Type, type ApiRef } from '../value/value.ts';
import { atPlaceOf } from './callbacks.ts';
import { typeBinding } from './modules.ts';
import type { Walk } from './walk.ts';

const PRIMITIVES: Readonly<Record<string, number>> = {
  TSNumberKeyword: Type.number,
  TSStringKeyword: Type.string,
  TSBooleanKeyword: Type.boolean,
  TSBigIntKeyword: Type.bigint,
  TSNullKeyword: Type.null,
  TSUndefinedKeyword: Type.undefined,
};

interface Evidence {
  readonly apis: readonly ApiRef[];
  readonly classes: readonly Ref[];
  /** 0: not told. */
  readonly types: number;
  /** Only constants: a union of literal types, an enum. */
  readonly literal: boolean;
}

const NO_EVIDENCE: Evidence = { apis: [], classes: [], types: 0, literal: false };

function evidence(walk: Walk, type: TSESTree.TypeNode, depth: number): Evidence {
  if (depth > 4) return NO_EVIDENCE;
  const primitive = PRIMITIVES[type.type];
  if (primitive !== undefined) return { ...NO_EVIDENCE, types: primitive };
  switch (type.type) {
    case 'TSLiteralType':
      return { ...NO_EVIDENCE, types: type.literal.type === 'Literal' ? (Type[typeof type.literal.value as 'string'] ?? Type.any) : Type.any, literal: true };
    case 'TSUnionType': {
      const all = type.types.map((t) => evidence(walk, t, depth + 1));
      const real = all.filter((e) => e.types !== Type.null && e.types !== Type.undefined);
      return {
        apis: all.flatMap((e) => e.apis),
        classes: all.flatMap((e) => e.classes),
        types: all.some((e) => e.types === 0) ? 0 : all.reduce((t, e) => t | e.types, 0),
        literal: real.length > 0 && real.every((e) => e.literal),
      };
    }
    case 'TSArrayType':
      return { ...evidence(walk, type.elementType, depth + 1), types: 0, literal: false };
    case 'TSTypeReference': {
      const argument = type.typeArguments?.params[0];
      const { typeName } = type;
      if (typeName.type === 'Identifier' && /^(Promise|Readonly|Array|ReadonlyArray|Partial|Required|NonNullable|Awaited)$/.test(typeName.name) && argument) return evidence(walk, argument, depth + 1);
      const binding = typeBinding(walk, typeName);
      if (binding) {
        const api = walk.world.registry.annotation(binding.module, binding.name);
        return api ? { ...NO_EVIDENCE, apis: [{ k: 'api', api, bound: true, weak: false }] } : NO_EVIDENCE;
      }
      return typeName.type === 'Identifier' ? local(walk, typeName, depth) : NO_EVIDENCE;
    }
    default:
      return NO_EVIDENCE;
  }
}

/** A class, enum or alias of the file. */
function local(walk: Walk, name: TSESTree.Identifier, depth: number): Evidence {
  const definition = walk.world.variable(name)?.defs[0];
  const node = definition?.node as TSESTree.Node | undefined;
  if (!node) return NO_EVIDENCE;
  if (node.type === 'TSEnumDeclaration') return { ...NO_EVIDENCE, types: Type.string | Type.number, literal: true };
  if (node.type === 'TSTypeAliasDeclaration') return evidence(walk, node.typeAnnotation, depth + 1);
  const cls = walk.world.index.classOf.get(node);
  if (cls) return { ...NO_EVIDENCE, classes: [{ k: 'obj', id: walk.world.classBase(cls), cls, what: 'instance' }] };
  return NO_EVIDENCE;
}

/**
 * A value with the type that its annotation tells. `trusted`: a declaration, which callers are checked against; an assertion
 * (`x as number`) proves nothing of text, but tells what library value it is.
 */
export function annotated(walk: Walk, value: Fact, type: TSESTree.TypeNode, trusted: boolean): Fact {
  const told = evidence(walk, type, 0);
  if (told === NO_EVIDENCE) return value;
  if (trusted && told.apis.length > 0 && value.refs.some((r) => r.k === 'fn' || r.k === 'obj')) for (const { api } of told.apis) atPlaceOf(walk, api, value);
  const known = value.refs.some((r) => r.k !== 'sym' && !(r.k === 'api' && r.weak));
  let result = value;
  if (!known && (told.apis.length > 0 || told.classes.length > 0)) result = { ...result, refs: [...result.refs, ...told.apis, ...told.classes] };
  if (trusted && told.types !== 0 && value.types === Type.any && !value.taints.some((t) => t.origin.k === 'named')) {
    result = { ...result, types: told.types, literal: result.literal || told.literal };
  }
  return result;
}
