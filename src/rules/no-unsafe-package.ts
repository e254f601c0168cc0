/** Packages that are malware, unsafe as they are meant to be used, given up with holes, or installed in a release with one; and names that Node.js and npm both have. */
import path from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import { insertAt, replaceRange, type SourceCode } from '../ast/edit.ts';
import { stringValue } from '../ast/nodes.ts';
import { variableOf } from '../ast/scope.ts';
import { allowsNodeBefore, isOwnOrAsked, isSurelyIn, loadedPackage, type LoadedPackage } from '../engine/index.ts';
import type { Repair } from '../fixes/fix.ts';
import type { AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';
import { shadowed, unsafePackages, type UnsafePackage } from '../rule/unsafe-packages.ts';

interface Options {
  /** Packages that are not reported. */
  readonly allow?: readonly string[];
}

type Load = readonly [specifier: string, node: TSESTree.Node];

const TEST = /(?:^|[\\/])(?:tests?|__tests__|__mocks__|specs?|e2e|fixtures)[\\/]|[.-](?:test|tests|spec|e2e)\.[cm]?[jt]sx?$/;
const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What loads one of them by a call: most loads are of others, and are passed over by the pattern alone. */
const CALLS = new RegExp(`\\b(?:require|import)\\s*\\(\\s*(['"\`])((?:${[...shadowed, ...Object.keys(unsafePackages)].map(escaped).join('|')})(?:/[^'"\`\\s]*)?)\\1`, 'g');
/** Calls of which the node is searched for, in one file. */
const MOST_SEARCHES = 50;
/** The first release that knows `node:` in require(). */
const PREFIXED = '14.18.0';

export const rule = createRule<'malware' | 'unsafe' | 'abandoned' | 'old' | 'shadowed' | 'prefix' | 'package', [Options]>({
  name: 'no-unsafe-package',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow packages that are malware, unsafe, given up with holes, or installed in a release with one',
      recommended: 'recommended',
      cwe: ['CWE-1104', 'CWE-1395'],
      owasp: ['A06:2021', 'A03:2025'],
      severity: 7.3,
    },
    messages: {
      malware: '`{{name}}`{{version}} {{why}}, known since {{since}}: remove it, change every secret of the machines that it was installed on, and use {{instead}}.',
      unsafe: '`{{name}}`{{version}} {{why}}, known since {{since}}: use {{instead}}.',
      abandoned: '`{{name}}`{{version}} {{why}}, known since {{since}}: use {{instead}}.',
      old: '`{{name}}`{{version}} {{why}}, known since {{since}}: update to {{instead}}.',
      shadowed: '`{{name}}` is a part of Node.js that will go, and a package of npm, so a bundler or a later Node.js loads code of somebody else: write `node:{{name}}`.',
      prefix: 'Load the part of Node.js: `node:{{name}}`.',
      package: 'Load the package: `{{name}}/`.',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: { allow: { type: 'array', items: { type: 'string' }, description: 'Names of packages that are not reported.' } },
      },
    ],
    defaultOptions: [{ allow: [] }],
  },
  create: (context) => ({
    'Program:exit'() {
      const { allow = [] } = context.options[0] ?? {};
      const { sourceCode: source, filename } = context;
      let isTest: boolean | undefined;
      const reported = new Set<string>();
      for (const [specifier, node] of [...declared(source.ast), ...called(source)]) {
        const name = packageOf(specifier);
        if (allow.includes(name) || reported.has(name)) continue;
        if (shadowed.has(specifier)) {
          reported.add(name);
          report(context, { node, message: 'shadowed', data: { name }, repairs: () => prefix(node, name, context) });
          continue;
        }
        if (!Object.hasOwn(unsafePackages, name) || (isTest ??= TEST.test(path.relative(context.cwd, filename)))) continue;
        const loaded = loadedPackage(filename, name);
        const found = unsafePackages[name]?.find((one) => isTrueOf(one, loaded, name));
        if (!found || isOwnOrAsked(filename, name) === 'own') continue;
        reported.add(name);
        const { what, why, since, instead } = found;
        report(context, { node, message: what, data: { name, version: versionOf(found, loaded), why, since, instead } });
      }
    },
  }),
});

/** Whether the file loads that package in such a release; under an alias it is another package. */
function isTrueOf({ range }: UnsafePackage, loaded: LoadedPackage | undefined, name: string): boolean {
  if (loaded && loaded.name !== name) return false;
  return range === undefined || (loaded !== undefined && isSurelyIn(loaded, range));
}

const versionOf = ({ range }: UnsafePackage, loaded: LoadedPackage | undefined): string => (range === undefined ? '' : ` ${loaded?.version ?? loaded?.range ?? ''}`);

/** `@scope/name/part` is of `@scope/name`. */
const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** What the statements of the module load at run time. */
function declared({ body }: TSESTree.Program): Load[] {
  const loads: Load[] = [];
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const { source, specifiers, importKind } = statement;
      // `import { type A } from 'm'` loads nothing under TypeScript's own rules, `import 'm'` does
      const isType = importKind === 'type' || (specifiers.length > 0 && specifiers.every((one) => one.type === 'ImportSpecifier' && one.importKind === 'type'));
      if (!isType) loads.push([source.value, source]);
    } else if ((statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportAllDeclaration') && statement.source && statement.exportKind !== 'type') {
      loads.push([statement.source.value, statement.source]);
    }
  }
  return loads;
}

/** What calls load. The text is asked first: few files have a call of interest, and the search for its node costs more. */
function called(source: SourceCode): Load[] {
  const loads: Load[] = [];
  let searches = 0;
  for (const match of source.text.matchAll(CALLS)) {
    const specifier = match[2] ?? '';
    if (++searches > MOST_SEARCHES) break;
    const node = source.getNodeByRangeIndex(match.index + match[0].length - 2);
    const written = node?.type === 'TemplateElement' ? node.parent : node;
    if (written && stringValue(written) === specifier && isLoaded(written, source)) loads.push([specifier, written]);
  }
  return loads;
}

function isLoaded(node: TSESTree.Node, { scopeManager }: SourceCode): boolean {
  const { parent } = node;
  if (parent?.type === 'ImportExpression') return parent.source === node;
  if (parent?.type === 'TSExternalModuleReference') return parent.parent.type === 'TSImportEqualsDeclaration' && parent.parent.importKind !== 'type';
  if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node || parent.callee.type !== 'Identifier' || parent.callee.name !== 'require') return false;
  const [definition] = (scopeManager && variableOf(parent.callee, scopeManager)?.defs) ?? [];
  // `require` may be made by createRequire()
  return !definition || (definition.node.type === 'VariableDeclarator' && definition.node.init?.type === 'CallExpression' && /createRequire$/.test(String(nameOf(definition.node.init.callee))));
}

function nameOf(callee: TSESTree.Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

/** Node.js takes its own part for either name. Where package.json asks for the package, it may be the one that was meant. */
function prefix(node: TSESTree.Node, name: string, { filename }: AnyContext): Repair[] {
  const isAsked = isOwnOrAsked(filename, name) !== undefined;
  const level = isAsked || allowsNodeBefore(filename, PREFIXED) ? 'suggestion' : 'fix';
  const repairs: Repair[] = [{ level, message: 'prefix', data: { name }, edits: [insertAt(node.range[0] + 1, 'node:')] }];
  if (isAsked) repairs.push({ level: 'suggestion', message: 'package', data: { name }, edits: [replaceRange([node.range[1] - 1, node.range[1] - 1], '/')] });
  return repairs;
}
