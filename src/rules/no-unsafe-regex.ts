/**
 * Patterns that a short text keeps busy for hours: each further character doubles the time. And, where it is asked for, input of any
 * length that meets a pattern whose time grows with a power of the length. What is reported was tried out: the message has the text.
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { constantText } from '../ast/constants.ts';
import { findImport } from '../ast/bindings.ts';
import { unwrap } from '../ast/nodes.ts';
import { isGlobal, variableOf } from '../ast/scope.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { flowData, report } from '../rule/report.ts';
import { mayBeExponential } from '../text/slow/cheap.ts';
import { isBeyond, slowness, slownessOf, type Slowness } from '../text/slow/slow.ts';

interface Options {
  readonly polynomial?: boolean;
  readonly unsure?: boolean;
}

/** Patterns of one file that are looked at. */
const MOST_PATTERNS = 500;
const LINEAR_ENGINES = ['re2', 're2-wasm', 're2js'];

export const rule = createRule<'exponential' | 'polynomial' | 'large', [Options]>({
  name: 'no-unsafe-regex',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow regular expressions that a short text keeps busy',
      recommended: 'recommended',
      options: { strict: [{ polynomial: true, unsure: true }] },
      cwe: ['CWE-1333'],
      owasp: ['A04:2021', 'A06:2025'],
      severity: 7.5,
    },
    messages: {
      exponential: '`{{pattern}}` can be made to hang: `{{attack}}` keeps it busy for seconds, and each further `{{pump}}` {{growth}}, while the server answers nobody. Write it so that a text can be matched in one way only.',
      polynomial: '`{{source}}` meets `{{pattern}}` in line {{line}}{{way}}{{more}}: `{{attack}}` keeps it busy for seconds, and twice the length takes {{growth}} times as long. Limit the length of the text first, or write the pattern so that no two parts of it take the same characters.',
      large: '`{{pattern}}` repeats what repeats itself, and is too large to be tried out: a text may keep it busy for hours. Match it in parts, and no part in two ways.',
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          polynomial: { type: 'boolean', description: 'Also report input of any length that meets a pattern whose time grows with a power of the length.' },
          unsure: { type: 'boolean', description: 'Also report patterns that are too large to be tried out and repeat what repeats itself, and data that passed through a call out of sight on its way.' },
        },
      },
    ],
    defaultOptions: [{ polynomial: false, unsure: false }],
  },
  create: (context) => {
    const { polynomial = false, unsure = false } = context.options[0] ?? {};
    if (polynomial) ask(context, ['slow']);
    const seen = new Set<string>();
    const reported = new Set<TSESTree.Node>();
    let left = MOST_PATTERNS;
    const check = (node: TSESTree.Node, source: string, flags: string): void => {
      if (!mayBeExponential(source) || --left < 0) return;
      const slow = slowness(source, flags, 'exponential');
      if (!slow) {
        if (unsure && isBeyond(source, flags)) report(context, { node, message: 'large', data: { pattern: shown(source, flags) } });
        return;
      }
      seen.add(source);
      report(context, { node, message: 'exponential', data: attackData(slow, source, flags) });
    };
    const compiled = (node: TSESTree.NewExpression | TSESTree.CallExpression): void => {
      const { callee } = node;
      const [source, flags] = node.arguments;
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp' || !source || (source.type === 'Literal' && 'regex' in source)) return;
      const scopes = context.sourceCode.scopeManager;
      if (!scopes || !isGlobal(variableOf(callee, scopes))) return;
      const text = constantText(source, scopes);
      if (text !== undefined) check(source, text, flags ? (constantText(flags, scopes) ?? '') : '');
    };
    return {
      Literal(node) {
        if ('regex' in node && mayBeExponential(node.regex.pattern) && !isLinear(node, context)) check(node, node.regex.pattern, node.regex.flags);
      },
      ...(context.sourceCode.text.includes('RegExp') ? { NewExpression: compiled, CallExpression: compiled } : {}),
      'Program:exit'() {
        if (!polynomial) return;
        for (const finding of analysisOf(context).findings('slow')) {
          const [, source = '', flags = ''] = /^[^/]*\/([^]*)\/(\w*)$/.exec(finding.sink.path) ?? [];
          const slow = (finding.sure || unsure) && !seen.has(source) ? slownessOf(finding.sink.path) : undefined;
          // the pattern is what to mend, once for all that meets it
          if (!slow || reported.has(finding.call)) continue;
          reported.add(finding.call);
          const message = slow.exponential ? 'exponential' : 'polynomial';
          report(context, { node: finding.call, message, data: { ...flowData(finding), line: String(finding.argument.loc.start.line), ...attackData(slow, source, flags) } });
        }
      },
    };
  },
});

/** `new RE2(/(a+)+$/)`: an engine that does not go back. */
function isLinear(node: TSESTree.Node, context: AnyContext): boolean {
  const { parent } = node;
  if ((parent?.type !== 'NewExpression' && parent?.type !== 'CallExpression') || parent.callee === node) return false;
  const text = context.sourceCode.getText(unwrap(parent.callee));
  return LINEAR_ENGINES.some((module) => ['default', 'RE2', 'RE2JS'].some((name) => findImport(context.sourceCode, { module, name, at: parent }) === text));
}

const MOST_SHOWN = 60;

function shown(source: string, flags: string): string {
  const pattern = `/${source}/${flags}`;
  return pattern.length > MOST_SHOWN ? `${pattern.slice(0, MOST_SHOWN)}…` : pattern;
}

function attackData({ exponential, prefix, pump, suffix, times, growth }: Slowness, source: string, flags: string): Record<string, string> {
  const parts = [...(prefix === '' ? [] : [quoted(prefix)]), `${quoted(pump)}.repeat(${rounded(times, exponential)})`, ...(suffix === '' ? [] : [quoted(suffix)])];
  const by = growth > 1.9 && growth < 2.1 ? 'doubles that' : `multiplies that by ${growth.toFixed(1)}`;
  return {
    pattern: shown(source, flags),
    attack: parts.join(' + '),
    pump: quoted(pump),
    growth: exponential ? by : String(2 ** growth),
  };
}

/** Two digits are enough. */
function rounded(times: number, exactly: boolean): number {
  if (exactly || times < 100) return times;
  const unit = 10 ** (Math.floor(Math.log10(times)) - 1);
  return Math.ceil(times / unit) * unit;
}

/** As a literal of JavaScript. */
const quoted = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
