/** What a schema promises of the data that it has checked: a field that it does not describe stays as it was. */
import { ALL_KINDS, bitsOf } from '../../model/kinds.ts';

export interface Shape {
  /** Kinds that a value of this shape is free of. */
  readonly mask: number;
  readonly fields: ReadonlyMap<string, Shape> | undefined;
  readonly items: Shape | undefined;
  /** Members that it does not describe stay. */
  readonly open: boolean;
}

export const anything: Shape = { mask: 0, fields: undefined, items: undefined, open: false };
export const cleanShape: Shape = { ...anything, mask: ALL_KINDS };
/** A string for sure, and no more. */
export const textShape: Shape = { ...anything, mask: bitsOf(['nosql', 'fields']) };

/** A chain promises its strongest step. */
export const strongest = (a: Shape, b: Shape): Shape => ({ mask: a.mask | b.mask, fields: b.fields ?? a.fields, items: b.items ?? a.items, open: a.open || b.open });
