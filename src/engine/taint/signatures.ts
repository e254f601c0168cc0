/** Signatures: who sent a value whose signature is ours has the key, so it is a value that we made. */
import type { Api } from '../../model/graph.ts';
import { bit } from '../../model/kinds.ts';
import type { Fact } from '../fact/fact.ts';
import type { CallNode } from '../project/source.ts';
import type { Args } from '../summary/summary.ts';
import type { Walk } from './walk.ts';

/** What the key vouches for: how the value is built. Words of users in it stay what they are. */
const PROVEN = bit.deserialize;

/** Of what the result of a call says who made it: `createHmac(…).update(x).digest()` of x. What a library makes of a signature is one. */
export function signatureOf(api: Api | undefined, args: Args, receiver: Fact | undefined): Fact['about'] {
  const known = [receiver, ...args.list].flatMap((value) => (value?.about?.signature ? value.about.idents : []));
  if (!api?.labels.has('signature')) return known.length > 0 ? { idents: known, mask: PROVEN, signature: true } : undefined;
  return { idents: [...known, ...args.list.map((value) => value.ident).filter((id) => id !== 0)], mask: PROVEN, signature: true };
}

/** `timingSafeEqual(given, expected)`: where it is true, what was signed is ours. */
export function compared(walk: Walk, node: CallNode, { about }: Fact): void {
  if (about?.signature) for (const ident of about.idents) walk.vouch(node, { ident, mask: about.mask, when: 'truthy' });
}
