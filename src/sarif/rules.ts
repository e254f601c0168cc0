/** Rules as SARIF describes them. Of ours all is known: the page as help, weaknesses as tags, how grave it is. */
import { readFileSync } from 'node:fs';
import type { Rule } from 'eslint';
import { docsUrl, type RuleDocs } from '../rule/create-rule.ts';

type Meta = Rule.RuleMetaData;

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** What our rules say besides what all say. A rule is ours by the address of its page: the prefix is the user's to choose. */
export function ownDocs(id: string, meta: Meta | undefined): RuleDocs | undefined {
  return meta?.docs?.url === docsUrl(nameOf(id)) ? (meta.docs as unknown as RuleDocs) : undefined;
}

/** The page that came with this version, ready for who shows Markdown: without its head, with links that lead somewhere. */
function pageOf(name: string): string | undefined {
  let page: string;
  try {
    // The address holds for the bundle `dist/sarif.js`, where this runs.
    page = readFileSync(new URL(`../docs/rules/${name}.md`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
  return page
    .replace(/^[\s\S]*?<!-- end auto-generated rule header -->/, '')
    .replace(/^```(\w+) .*$/gm, '```$1')
    .replace(/\]\(([\w-]+)\.md(#[\w-]*)?\)/g, (_, rule: string, part: string | undefined) => `](${docsUrl(rule)}${part ?? ''})`)
    .trim();
}

/** `external/cwe/cwe-089` is how GitHub knows a weakness, `CWE-89` how others do. */
function securityOf(docs: RuleDocs): Record<string, unknown> {
  const weaknesses = docs.cwe.flatMap((cwe) => [`external/cwe/cwe-${cwe.slice('CWE-'.length).padStart(3, '0')}`, cwe]);
  return {
    tags: ['security', ...weaknesses, ...docs.owasp.map((id) => `OWASP-${id}`)],
    precision: docs.recommended === 'recommended' ? 'high' : 'medium',
    'security-severity': docs.severity.toFixed(1),
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.?$/, '.');

/** A `reportingDescriptor`. `level`: what the first of its results is. */
export function describe(id: string, meta: Meta | undefined, level: 'error' | 'warning'): Record<string, unknown> {
  const { description = `The rule ${id}`, url } = meta?.docs ?? {};
  const own = ownDocs(id, meta);
  // GitHub asks for all three texts of every rule.
  const said = { text: sentence(description) };
  const link = url !== undefined && URL.canParse(url) ? url : undefined;
  const markdown = own && pageOf(nameOf(id));
  return {
    id,
    name: nameOf(id),
    shortDescription: said,
    fullDescription: said,
    ...(link === undefined ? {} : { helpUri: link }),
    help: { text: link === undefined ? said.text : `${said.text} See ${link}`, ...(markdown ? { markdown } : {}) },
    defaultConfiguration: { level },
    properties: own ? securityOf(own) : { tags: meta?.type === undefined ? [] : [meta.type] },
  };
}
