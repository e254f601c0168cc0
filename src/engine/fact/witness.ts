/** The way of a value, as data: the steps from source to sink, linked so that tails are shared. */

export interface Steps {
  /** `buildWhere()`, as a message says it. */
  readonly text: string;
  /** 1-based line of the step. */
  readonly line: number;
  readonly before: Steps | undefined;
  readonly count: number;
}

const MOST = 12;

export function addStep(before: Steps | undefined, text: string, line: number): Steps | undefined {
  if (before && (before.count >= MOST || (before.text === text && before.line === line))) return before;
  return { text, line, before, count: (before?.count ?? 0) + 1 };
}

export const shorter = (a: Steps | undefined, b: Steps | undefined): Steps | undefined => ((a?.count ?? 0) <= (b?.count ?? 0) ? a : b);

/** The steps of `more` after those of `first`. */
export function concatSteps(first: Steps | undefined, more: Steps | undefined): Steps | undefined {
  if (!more) return first;
  if (!first) return more;
  let result: Steps | undefined = first;
  for (const step of stepList(more)) result = addStep(result, step.text, step.line);
  return result;
}

export function stepList(steps: Steps | undefined): Steps[] {
  const list: Steps[] = [];
  for (let s = steps; s; s = s.before) list.push(s);
  return list.reverse();
}
