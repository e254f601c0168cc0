/** Name and version of this package, read from its package.json so that they are written down once. */
import { readFileSync } from 'node:fs';

interface PackageJson {
  readonly name: string;
  readonly version: string;
}

// The same relative address holds for `src/package.ts` and for the bundle `dist/index.js`.
export const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as PackageJson;

/** The prefix of our rules and the key of our settings. */
export const namespace = 'secure-node';
