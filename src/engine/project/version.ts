/**
 * Which version of a package a file would load: what is installed for it, else what its package.json asks for. Editors live long, so
 * what was read is kept only as long as the file on disk stays the same.
 */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type semverType from 'semver';

type Semver = typeof semverType;

interface Manifest {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly ranges: ReadonlyMap<string, string>;
  /** The versions of Node.js that it is for. */
  readonly node: string | undefined;
}

const DEPENDENCIES = ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies'] as const;

const manifests = new Map<string, { readonly stamp: string; readonly manifest: Manifest | undefined }>();
let loaded: Semver | undefined;

/** Loaded when first asked: most files ask for no version. */
const semver = (): Semver => (loaded ??= createRequire(import.meta.url)('semver') as Semver);

/** What an import of a package loads, as far as folders and package.json tell. */
export interface LoadedPackage {
  /** Its own name, which under an alias is another than the one imported. */
  readonly name: string;
  /** The version installed. */
  readonly version: string | undefined;
  /** Else the versions that the nearest package.json asks for. */
  readonly range: string | undefined;
}

/** What `filename` loads under `name`; undefined where nothing tells. Never throws. */
export function loadedPackage(filename: string, name: string): LoadedPackage | undefined {
  const folders = foldersAbove(filename);
  for (const [i, folder] of folders.entries()) {
    const here = packageAt(folder, name);
    if (here) return here;
    const written = manifestOf(path.join(folder, 'package.json'))?.ranges.get(name);
    const range = rangeIn(written);
    if (range === undefined) continue;
    // a workspace's packages lie further up; one that the range refuses belongs to somebody else
    for (const above of folders.slice(i + 1)) {
      const installed = packageAt(above, name);
      if (installed?.version !== undefined && semver().satisfies(installed.version, range)) return installed;
    }
    return { name: /^npm:(@?[^@]+)@/.exec(written ?? '')?.[1] ?? name, version: undefined, range };
  }
  return undefined;
}

/** Whether it is in the range for sure: the version installed, or all that package.json asks for (prereleases count as what they precede). */
export function isSurelyIn({ version, range: asked }: LoadedPackage, range: string): boolean {
  if (version !== undefined) return semver().satisfies(version, range, { includePrerelease: true });
  return asked !== undefined && semver().subset(asked, range, { includePrerelease: true });
}

/** The version of the package `name` that `filename` would load, or the least that it asks for; undefined where nothing tells. Never throws. */
export function installedVersion(filename: string, name: string): string | undefined {
  const loaded = loadedPackage(filename, name);
  return loaded?.version ?? (loaded?.range === undefined ? undefined : semver().minVersion(loaded.range)?.version);
}

/** Whether that version is in the range (prereleases count as what they precede); undefined where it is not known. */
export function versionIn(filename: string, name: string, range: string): boolean | undefined {
  const version = installedVersion(filename, name);
  if (version === undefined || semver().validRange(range) === null) return undefined;
  return semver().satisfies(version, range, { includePrerelease: true });
}

/** Whether the project says that it runs on this version of Node.js at least (`engines` of its package.json). */
export function needsNode(filename: string, version: string): boolean {
  const least = leastNode(filename);
  return least !== undefined && semver().gte(least, version);
}

/** Whether the project says that it runs on versions of Node.js before this one, too. */
export function allowsNodeBefore(filename: string, version: string): boolean {
  const least = leastNode(filename);
  return least !== undefined && semver().lt(least, version);
}

/** The least version that the nearest package.json asks for. */
function leastNode(filename: string): string | undefined {
  for (const folder of foldersAbove(filename)) {
    const manifest = manifestOf(path.join(folder, 'package.json'));
    const range = manifest && rangeIn(manifest.node);
    if (manifest) return range === undefined ? undefined : semver().minVersion(range)?.version;
  }
  return undefined;
}

/** Whether the nearest package.json asks for the package, or is its own. */
export function isOwnOrAsked(filename: string, name: string): 'own' | 'asked' | undefined {
  for (const folder of foldersAbove(filename)) {
    const manifest = manifestOf(path.join(folder, 'package.json'));
    if (manifest) return manifest.name === name ? 'own' : manifest.ranges.has(name) ? 'asked' : undefined;
  }
  return undefined;
}

/** Text that an editor has not saved, or a rule's test, has no folder: it counts as a file of the working directory. */
function foldersAbove(filename: string): readonly string[] {
  const file = path.resolve(/^<.*>$/.test(path.basename(filename)) ? 'input' : filename);
  const folders: string[] = [];
  for (let folder = path.dirname(file); folders.at(-1) !== folder; folder = path.dirname(folder)) folders.push(folder);
  return folders;
}

function packageAt(folder: string, name: string): LoadedPackage | undefined {
  const manifest = manifestOf(path.join(folder, 'node_modules', name, 'package.json'));
  const version = manifest?.version === undefined ? null : semver().valid(manifest.version, { loose: true });
  return version === null ? undefined : { name: manifest?.name ?? name, version, range: undefined };
}

/** The range that tells of versions, without what package managers write before it; `*`, tags, files and URLs tell of none. */
function rangeIn(written: string | undefined): string | undefined {
  const range = written?.replace(/^workspace:/, '').replace(/^npm:@?[^@]*@/, '');
  return range === undefined || !/\d/.test(range) || semver().validRange(range) === null ? undefined : range;
}

function manifestOf(file: string): Manifest | undefined {
  const stamp = stampOf(file);
  if (stamp === undefined) return undefined;
  let known = manifests.get(file);
  if (known?.stamp !== stamp) manifests.set(file, (known = { stamp, manifest: read(file) }));
  return known.manifest;
}

function stampOf(file: string): string | undefined {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat && `${stat.mtimeMs} ${stat.size}`;
  } catch {
    return undefined;
  }
}

function read(file: string): Manifest | undefined {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    const ranges = new Map<string, string>();
    for (const list of DEPENDENCIES) {
      for (const [name, range] of Object.entries(memberOf(json, list) ?? {})) if (typeof range === 'string') ranges.set(name, range);
    }
    const [name, version] = [memberOf(json, 'name'), memberOf(json, 'version')];
    const node = memberOf(memberOf(json, 'engines'), 'node');
    return { name: typeof name === 'string' ? name : undefined, version: typeof version === 'string' ? version : undefined, ranges, node: typeof node === 'string' ? node : undefined };
  } catch {
    // unreadable or broken, perhaps half written: nothing is known until it changes
    return undefined;
  }
}

const memberOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined);
