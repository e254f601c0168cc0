/**
 * The letters that a pattern tells apart: characters that its sets treat alike are one. Which set has which character is asked of the
 * real RegExp, so that case folding and properties are the engine's own.
 */
import type { AST } from '@eslint-community/regexpp';

/** A character, or a class, or an escape of one: what takes one letter. */
export type SetNode = AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

export interface Alphabet {
  /** The character that stands for each letter, the most readable one. */
  readonly characters: readonly string[];
  /** Letters in each set, a bit each. */
  readonly sets: readonly bigint[];
  /** The set of a node, by its index. */
  readonly setOf: ReadonlyMap<SetNode, number>;
  /** The set of all letters. */
  readonly all: number;
  readonly isWord: readonly boolean[];
  readonly isLineEnd: readonly boolean[];
}

const READABLE = [...'axb0 !-_./:,;"\'<>=@#$%&*()[]{}?+|^~`\\\t\n\rcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWXYZ123456789\v\f\0\u00a0éßΩжſ中\u2028\u212a'];
const MOST_LETTERS = 250;

export function alphabetOf(nodes: readonly SetNode[], flags: string): Alphabet {
  const kept = flags.replaceAll(/[gydm]/g, '');
  const candidates = new Set(READABLE);
  if (/[uv]/.test(flags)) candidates.add('😀');
  for (const node of nodes) addEdges(candidates, node);
  const characters = [...candidates].slice(0, MOST_LETTERS);

  const setOf = new Map<SetNode, number>();
  const byText = new Map<string, number>();
  const members: boolean[][] = [characters.map(() => true)];
  for (const node of nodes) {
    let index = byText.get(node.raw);
    if (index === undefined) {
      byText.set(node.raw, (index = members.length));
      members.push(membership(node, characters, kept));
    }
    setOf.set(node, index);
  }
  const word = characters.map((c) => /^\w$/.test(c));
  const lineEnd = characters.map((c) => /^[\n\r\u2028\u2029]$/.test(c));

  const letters = new Map<string, number>();
  const representatives: number[] = [];
  characters.forEach((_, i) => {
    const key = [...members, word, lineEnd].map((set) => (set[i] === true ? '1' : '0')).join('');
    if (letters.has(key)) return;
    letters.set(key, representatives.length);
    representatives.push(i);
  });
  return {
    characters: representatives.map((i) => characters[i] ?? ''),
    sets: members.map((set) => representatives.reduce((mask, i, letter) => (set[i] === true ? mask | (1n << BigInt(letter)) : mask), 0n)),
    setOf,
    all: 0,
    isWord: representatives.map((i) => word[i] === true),
    isLineEnd: representatives.map((i) => lineEnd[i] === true),
  };
}

/** Characters of the pattern itself, and those at the edges of its ranges. */
function addEdges(candidates: Set<string>, node: AST.Node): void {
  if (node.type === 'Character') candidates.add(String.fromCodePoint(node.value));
  else if (node.type === 'CharacterClassRange') {
    addEdges(candidates, node.min);
    addEdges(candidates, node.max);
  } else if (node.type === 'CharacterClass') for (const element of node.elements) addEdges(candidates, element);
}

function membership(node: SetNode, characters: readonly string[], flags: string): boolean[] {
  if (node.type === 'Character') {
    const own = String.fromCodePoint(node.value);
    const folded = own.toUpperCase();
    return characters.map((c) => c === own || (flags.includes('i') && c.toUpperCase() === folded));
  }
  const pattern = new RegExp(`^(?:${node.raw})$`, flags);
  return characters.map((c) => pattern.test(c));
}
