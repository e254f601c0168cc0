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

/** The version of the package `name` that `filename` would load; undefined where nothing tells. Never throws. */
export function installedVersion(filename: string, name: string): string | undefined {
  const folders = foldersAbove(filename);
  for (const [i, folder] of folders.entries()) {
    const here = versionAt(folder, name);
    if (here !== undefined) return here;
    const range = rangeIn(manifestOf(path.join(folder, 'package.json'))?.ranges.get(name));
    if (range === undefined) continue;
    // a workspace's packages lie further up; one that the range refuses belongs to somebody else
    for (const above of folders.slice(i + 1)) {
      const installed = versionAt(above, name);
      if (installed !== undefined && semver().satisfies(installed, range)) return installed;
    }
    return semver().minVersion(range)?.version;
  }
  return undefined;
}

/** Whether that version is in the range (prereleases count as what they precede); undefined where it is not known. */
export function versionIn(filename: string, name: string, range: string): boolean | undefined {
  const version = installedVersion(filename, name);
  if (version === undefined || semver().validRange(range) === null) return undefined;
  return semver().satisfies(version, range, { includePrerelease: true });
}

/** Whether the project says that it runs on this version of Node.js at least (`engines` of its package.json). */
export function needsNode(filename: string, version: string): boolean {
  for (const folder of foldersAbove(filename)) {
    const manifest = manifestOf(path.join(folder, 'package.json'));
    const least = manifest && semver().minVersion(rangeIn(manifest.node) ?? '*');
    if (least) return semver().gte(least, version);
  }
  return false;
}

/** Text that an editor has not saved, or a rule's test, has no folder: it counts as a file of the working directory. */
function foldersAbove(filename: string): readonly string[] {
  const file = path.resolve(/^<.*>$/.test(path.basename(filename)) ? 'input' : filename);
  const folders: string[] = [];
  for (let folder = path.dirname(file); folders.at(-1) !== folder; folder = path.dirname(folder)) folders.push(folder);
  return folders;
}

function versionAt(folder: string, name: string): string | undefined {
  const version = manifestOf(path.join(folder, 'node_modules', name, 'package.json'))?.version;
  return version === undefined ? undefined : (semver().valid(version, { loose: true }) ?? undefined);
}

/** The range that tells of versions, without what package managers write before it; `*`, tags, files and URLs tell of none. */
function rangeIn(written: string | undefined): string | undefined {
  const range = written?.replace(/^workspace:/, '').replace(/^npm:@?[^@]*@/, '');
  return range === undefined || !/\d/.test(range) ? undefined : (semver().validRange(range) ?? undefined);
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
    const version = memberOf(json, 'version');
    const node = memberOf(memberOf(json, 'engines'), 'node');
    return { version: typeof version === 'string' ? version : undefined, ranges, node: typeof node === 'string' ? node : undefined };
  } catch {
    // unreadable or broken, perhaps half written: nothing is known until it changes
    return undefined;
  }
}

const memberOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined);
