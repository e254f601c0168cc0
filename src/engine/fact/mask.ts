/** Operations on masks: kinds, `SURE`, and the labels `RAW` and `ABSOLUTE` kept as absences, so that OR joins all. */
import { ALL_KINDS, bitsOf } from '../../model/kinds.ts';

/** What is left of a value that is a number, boolean or null for sure: its size, and that it is guessable. */
export const TEXTLESS_KEEPS = bitsOf(['size', 'token']) | ~ALL_KINDS;

/** A string for sure: no object that would be a query operator. */
export const STRING_KEEPS = ~bitsOf(['nosql', 'fields']);

/** Of a bounded length. */
export const BOUNDED_KEEPS = ~bitsOf(['slow', 'size']);

export const hasKinds = (mask: number): boolean => (mask & ALL_KINDS) !== 0;
