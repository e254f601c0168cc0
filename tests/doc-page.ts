/**
 * Reads the code blocks of a doc page as examples to run; CONTRIBUTING.md tells authors how they are marked.
 *
 *   ```ts options=[{"scope":"functions"}] settings={"origins":["cli"]}
 *
 * Words of a block's info string that hold no `=` are flags, the others have a JSON or a plain value.
 */
export interface Example {
  /** Text of the level 2 heading that it stands under. */
  readonly section: string;
  /** Line of the fence in the page, from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, unknown>;
}

export interface Page {
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

const languages = new Set(['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx']);

/** The JSON value at the start of a text: its shortest prefix that parses, for objects and arrays may hold spaces. */
const jsonAt = (text: string): string | undefined => {
  for (let end = 1; end <= text.length; end++) {
    if (!']}'.includes(text.charAt(end - 1))) continue;
    try {
      JSON.parse(text.slice(0, end));
      return text.slice(0, end);
    } catch {
      // A bracket inside; the value is longer.
    }
  }
  return undefined;
};

const readInfo = (info: string): Pick<Example, 'flags' | 'values'> => {
  const flags = new Set<string>();
  const values = new Map<string, unknown>();
  let rest = info.trim();
  while (rest !== '') {
    const word = /^[^\s=]+/.exec(rest)?.[0];
    if (word === undefined) throw new Error(`cannot read the info string at '${rest}'`);
    rest = rest.slice(word.length);
    if (rest.startsWith('=')) {
      rest = rest.slice(1);
      const json = /^[[{]/.test(rest) ? jsonAt(rest) : undefined;
      if (/^[[{]/.test(rest) && json === undefined) throw new Error(`no JSON after '${word}='`);
      const plain = json ?? /^\S*/.exec(rest)?.[0] ?? '';
      values.set(word, json === undefined ? plain : JSON.parse(json));
      rest = rest.slice(plain.length);
    } else flags.add(word);
    rest = rest.trimStart();
  }
  return { flags, values };
};

export const readPage = (markdown: string): Page => {
  const headings: string[] = [];
  const examples: Example[] = [];
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = /^## +(.+?) *$/.exec(line)?.[1];
    if (heading !== undefined) headings.push(heading);
    const fence = /^(`{3,}|~{3,})(\w*) *(.*)$/.exec(line);
    if (fence === null) continue;
    const [, mark = '', language = '', info = ''] = fence;
    const start = i;
    do i++;
    while (i < lines.length && lines[i] !== mark);
    if (!languages.has(language)) continue;
    const code = lines.slice(start + 1, i).join('\n') + '\n';
    examples.push({ section: headings.at(-1) ?? '', line: start + 1, language, code, ...readInfo(info) });
  }
  return { headings, examples };
};
