/** The groups of a regular expression that capture, by number and name, with what stands in each. */

export interface Group {
  /** From 1, in the order of their opening. */
  readonly index: number;
  readonly name: string | undefined;
  readonly source: string;
}

const MOST = 32;

/** Empty where there is none, or more than are worth following. */
export function groupsOf(source: string): readonly Group[] {
  const open: { readonly start: number; readonly index: number; readonly name: string | undefined }[] = [];
  const groups: Group[] = [];
  let count = 0;
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') {
      const named = /^\(\?<([^>=!]+)>/.exec(source.slice(i, i + 60));
      const captures = named !== null || source[i + 1] !== '?';
      open.push({ start: i + (named?.[0].length ?? 1), index: captures ? ++count : 0, name: named?.[1] });
    } else if (char === ')') {
      const group = open.pop();
      if (group && group.index > 0) groups.push({ index: group.index, name: group.name, source: source.slice(group.start, i) });
    }
  }
  return count > MOST || open.length > 0 ? [] : groups.sort((a, b) => a.index - b.index);
}
