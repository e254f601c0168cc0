/** Reads the comments by which the vulnerable shop says where its flaws and their safe twins are. Its README.md explains them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Marker {
  readonly flaw: boolean;
  /** Only the strict config reports it. */
  readonly strict: boolean;
  readonly rule: string;
  /** What the plugin can do about a flaw. */
  readonly repair: 'fix' | 'suggestion' | 'by hand' | undefined;
  readonly file: string;
  /** Line of the finding, from 1. */
  readonly line: number;
}

const form = /\/\/ (flaw|safe)(\(strict\))?(-next)?: ([a-z-]+)(?: \[(fix|suggestion|by hand)\])?$/;

const markersIn = (file: string, text: string): Marker[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [found, what, strict, next, rule, repair] = form.exec(line) ?? [];
    if (found === undefined || rule === undefined) return [];
    // A repair may have taken the last hole away.
    const hole =
      next === undefined
        ? index
        : Math.max(
            lines.findIndex((one, i) => i > index && one.includes('${')),
            index,
          );
    return [{ flaw: what === 'flaw', strict: strict !== undefined, rule, repair: repair as Marker['repair'], file, line: hole + 1 }];
  });
};

export const readMarkers = (directory: string): Marker[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.[jt]s$/.test(file))
    .sort()
    .flatMap((file) => markersIn(file, readFileSync(path.join(directory, file), 'utf8')));

export const place = ({ file, line, rule }: Pick<Marker, 'file' | 'line' | 'rule'>): string => `${file}:${line} ${rule}`;
