/** What a schema promises of the data that it has checked: a field that it does not describe stays as it was. */
import { ALL_KINDS, bitsOf, SURE } from '../../model/kinds.ts';

export interface Shape {
  /** Kinds that a value of this shape is free of. */
  readonly mask: number;
  /** Kinds that what was made of it is free of. */
  readonly made: number;
  readonly fields: ReadonlyMap<string, Shape> | undefined;
  readonly items: Shape | undefined;
  /** Members that it does not describe stay. */
  readonly open: boolean;
}

export const anything: Shape = { mask: 0, made: 0, fields: undefined, items: undefined, open: false };
export const cleanShape: Shape = { ...anything, mask: ALL_KINDS };
/** A string for sure, and no more. */
export const textShape: Shape = { ...anything, mask: bitsOf(['nosql', 'fields']) };

/** A schema out of sight: it may have promised anything. */
export const unseenShape: Shape = { ...anything, mask: SURE };

/** A chain promises its strongest step; a field that is described again is what was said last. */
export const strongest = (a: Shape, b: Shape): Shape => ({
  mask: a.mask | b.mask,
  made: a.made | b.made,
  fields: a.fields && b.fields ? new Map([...a.fields, ...b.fields]) : (b.fields ?? a.fields),
  items: b.items ?? a.items,
  open: a.open || b.open,
});

/** All that it promises, of the result alone. */
export const madeOnly = (shape: Shape): Shape => ({
  mask: 0,
  made: shape.mask | shape.made,
  fields: shape.fields && new Map([...shape.fields].map(([name, field]) => [name, madeOnly(field)])),
  items: shape.items && madeOnly(shape.items),
  open: shape.open,
});

/** One of two holds. A field that only one of them describes is dropped by the other. */
export function weakest(a: Shape, b: Shape): Shape {
  let fields: Map<string, Shape> | undefined;
  if (a.fields && b.fields) {
    fields = new Map([...a.fields, ...b.fields]);
    for (const [name, shape] of a.fields) {
      const other = b.fields.get(name) ?? (b.open ? anything : shape);
      fields.set(name, weakest(shape, other));
    }
    if (a.open) for (const [name] of b.fields) if (!a.fields.has(name)) fields.set(name, anything);
  }
  return { mask: a.mask & b.mask, made: (a.mask | a.made) & (b.mask | b.made), fields, items: a.items && b.items && weakest(a.items, b.items), open: a.open || b.open };
}
