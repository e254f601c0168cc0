/** File names by pattern, as ways of models have them: `**` any folders, `*` any part of a name, `{a,b}` one of these. */
const patterns = new Map<string, RegExp>();

export function matchesGlob(filename: string, glob: string): boolean {
  let pattern = patterns.get(glob);
  if (!pattern) {
    const source = glob.replace(/\*\*\/|\*\*|\*|\{[^}]*\}|[\\^$.|?+()[\]]/g, (part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '**') return '.*';
      if (part === '*') return '[^/]*';
      return part.startsWith('{') ? `(?:${part.slice(1, -1).split(',').map((one) => one.replace(/[\\^$.|?+()[\]]/g, '\\$&')).join('|')})` : `\\${part}`;
    });
    patterns.set(glob, (pattern = new RegExp(`^${source}$`)));
  }
  return pattern.test(filename.replaceAll('\\', '/'));
}
