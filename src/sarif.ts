/**
 * A formatter for ESLint that writes SARIF 2.1.0, the form that code scanning reads: `eslint -f ./node_modules/…/dist/sarif.js`.
 * It takes the findings of all rules; of ours it tells more. An entry of its own, which the plugin does not load.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ESLint, Linter, Rule } from 'eslint';
import { Fingerprints, lineHashes } from './sarif/fingerprint.ts';
import { flowOf } from './sarif/flow.ts';
import { describe, ownDocs } from './sarif/rules.ts';
import { FileText, newlineSequences, type Region } from './sarif/text.ts';

type Json = Record<string, unknown>;
type Edit = Rule.Fix;

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The folder that addresses of files start from: the repository's root, since code scanning asks for that; else where ESLint runs. */
function rootOf(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (folder === path.dirname(folder)) return cwd;
  }
}

const folderUri = (folder: string): string => pathToFileURL(folder).href.replace(/\/?$/, '/');

function artifactOf(file: string, root: string): Json {
  const relative = path.relative(root, file);
  // ESLint names text from standard input `<text>`, which is no path.
  if (!path.isAbsolute(file)) return { uri: encodeURIComponent(file) };
  if (relative.startsWith('..') || path.isAbsolute(relative)) return { uri: pathToFileURL(file).href };
  return { uri: relative.split(path.sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function eslintVersion(cwd: string): string | undefined {
  try {
    return (createRequire(path.join(cwd, 'x.js'))('eslint/package.json') as { version?: string }).version;
  } catch {
    return undefined;
  }
}

/** Nothing for a message about the whole file. */
function regionOf({ line, column, endLine, endColumn }: Linter.LintMessage): Region | undefined {
  // by its type a number always, but not for files that were not read
  if (!((line as number | undefined) ?? 0)) return undefined;
  const start = { startLine: line, startColumn: Math.max(1, column) };
  return endLine === undefined || endColumn === undefined ? start : { ...start, endLine, endColumn: Math.max(1, endColumn) };
}

const levelOf = ({ severity }: Linter.LintMessage): 'error' | 'warning' => (severity === 2 ? 'error' : 'warning');

/** `--fix` and the suggestions, as edits; one that touches the byte order mark cannot be said. */
function fixesOf({ fix, suggestions = [] }: Linter.LintMessage, artifactLocation: Json, file: FileText): Json[] {
  const offers: { readonly text: string; readonly edit: Edit }[] = suggestions.map(({ desc, fix: edit }) => ({ text: desc, edit }));
  if (fix) offers.unshift({ text: 'What eslint --fix does.', edit: fix });
  return offers
    .filter(({ edit: { range } }) => range[0] >= 0)
    .map(({ text, edit }) => ({
      description: { text },
      artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: file.region(...edit.range), insertedContent: { text: edit.text } }] }],
    }));
}

const location = (artifactLocation: Json, region: Region | undefined, text?: string): Json => ({
  physicalLocation: { artifactLocation, ...(region ? { region } : {}) },
  ...(text === undefined ? {} : { message: { text } }),
});

class Log {
  private readonly rules = new Map<string, { readonly index: number; readonly rule: Json }>();
  private readonly results: Json[] = [];
  private readonly notifications: Json[] = [];
  private readonly fingerprints = new Fingerprints();
  private isWhole = true;

  private readonly root: string;
  private readonly metas: Readonly<Record<string, Rule.RuleMetaData | undefined>>;

  constructor(root: string, metas: Readonly<Record<string, Rule.RuleMetaData | undefined>>) {
    this.root = root;
    this.metas = metas;
  }

  private ruleIndex(id: string, level: 'error' | 'warning'): number {
    let known = this.rules.get(id);
    if (!known) this.rules.set(id, (known = { index: this.rules.size, rule: describe(id, this.metas[id], level) }));
    return known.index;
  }

  /** What no rule says: text that does not parse, a file that was not read, a comment that disables nothing. */
  private note(message: Linter.LintMessage, artifact: Json): void {
    if (message.fatal === true) this.isWhole = false;
    this.notifications.push({ level: levelOf(message), message: { text: message.message }, locations: [location(artifact, regionOf(message))] });
  }

  add(linted: ESLint.LintResult): void {
    const artifact = artifactOf(linted.filePath, this.root);
    const written = linted.output ?? linted.source;
    const file = written === undefined ? undefined : new FileText(written);
    let hashes: readonly string[] | undefined;
    for (const message of linted.messages) {
      const { ruleId } = message;
      if (ruleId === null) {
        this.note(message, artifact);
        continue;
      }
      const region = regionOf(message);
      const level = levelOf(message);
      const fixes = file ? fixesOf(message, artifact, file) : [];
      const way = file && region && ownDocs(ruleId, this.metas[ruleId]) ? flowOf(message.message, region, file) : [];
      const snippet = file && region ? file.at(region) : '';
      if (written !== undefined && region) hashes ??= lineHashes(written);
      const hash = region && hashes?.[region.startLine - 1];
      this.results.push({
        ruleId,
        ruleIndex: this.ruleIndex(ruleId, level),
        level,
        message: { text: message.message },
        locations: [location(artifact, region)],
        partialFingerprints: {
          ...(hash === undefined ? {} : { primaryLocationLineHash: hash }),
          'secureNode/v1': this.fingerprints.of(ruleId, String(artifact.uri), message.message, file && region ? file.line(region.startLine) + snippet : ''),
        },
        ...(way.length === 0 ? {} : { codeFlows: [{ threadFlows: [{ locations: way.map((step) => ({ location: location(artifact, step.region, step.text) })) }] }] }),
        ...(fixes.length === 0 ? {} : { fixes }),
      });
    }
  }

  json(cwd: string): Json {
    const version = eslintVersion(cwd);
    return {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'ESLint', informationUri: 'https://eslint.org', ...(version === undefined ? {} : { version }), rules: [...this.rules.values()].map(({ rule }) => rule) } },
          invocations: [{ executionSuccessful: this.isWhole, ...(this.notifications.length === 0 ? {} : { toolExecutionNotifications: this.notifications }) }],
          originalUriBaseIds: { '%SRCROOT%': { uri: folderUri(this.root) } },
          columnKind: 'utf16CodeUnits',
          newlineSequences,
          results: this.results,
        },
      ],
    };
  }
}

/** Text of a SARIF log. What comments suppress is not in it: GitHub would show it as open. */
const format = (results: ESLint.LintResult[], context?: Partial<ESLint.LintResultData>): string => {
  const cwd = context?.cwd ?? process.cwd();
  const log = new Log(rootOf(cwd), context?.rulesMeta ?? {});
  for (const result of results) log.add(result);
  return JSON.stringify(log.json(cwd), undefined, 2);
};

export default format;
