/** Untrusted input that is run as code, or decides what is run: text for `eval` and its like, a module, a method. */
import type { TSESTree } from '@typescript-eslint/utils';
import { stringValue, unwrap } from '../ast/nodes.ts';
import { isGlobal, variableOf } from '../ast/scope.ts';
import type { Finding } from '../engine/index.ts';
import { functionOf, parseJson } from '../fixes/run-text.ts';
import { untrusted } from '../model/kinds.ts';
import { analysisOf, ask, type AnyContext } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { flowData, report } from '../rule/report.ts';
import { unsureOption } from '../rule/unsure.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
  /** Report text that a timer is given, constant text, too. */
  readonly timers?: boolean;
}

/** Sinks that are given the name of a module, or where it lies. */
const MODULE = /(?:\b(?:import|require)|createRequire\(\)|_load,register\})\[0\]$/;
const METHOD = /\[key\]\(\)$/;
const TIMERS = new Set(['setTimeout', 'setInterval']);

export const rule = createRule<'flow' | 'module' | 'method' | 'timer' | 'parse' | 'callback', [Options]>({
  name: 'no-code-injection',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow untrusted input that is run as code, or that names the module or method to run',
      recommended: 'recommended',
      options: { strict: [{ unsure: true, timers: true }] },
      cwe: ['CWE-94', 'CWE-95', 'CWE-829'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 9.8,
    },
    messages: {
      flow: '`{{source}}` becomes code that is run{{way}}{{more}}, so its sender does whatever the server can: parse it as data, or choose by it among functions of yours.',
      module: '`{{source}}` decides which module is loaded{{way}}{{more}}, so its sender has any file of the server run: compare it with a constant list.',
      method: '`{{source}}` decides which method is called{{way}}{{more}}, and its sender calls inherited ones like `constructor`: check it by Object.hasOwn(), or keep the functions in a Map.',
      timer: 'Text for `{{name}}` is refused by Node.js and run as code elsewhere: hand over a function.',
      parse: 'Parse it as JSON.',
      callback: 'Hand over a function.',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          unsure: unsureOption,
          timers: { type: 'boolean', description: 'Also report constant text that is given to `setTimeout` and `setInterval`.' },
        },
      },
    ],
    defaultOptions: [{ unsure: false, timers: false }],
  },
  create: (context) => {
    const { unsure = false, timers = false } = context.options[0] ?? {};
    const { sourceCode } = context;
    ask(context, ['code']);
    return {
      ...(timers ? { CallExpression: (call: TSESTree.CallExpression) => textTimer(call, context) } : {}),
      'Program:exit'() {
        for (const finding of analysisOf(context).findings('code')) {
          // what the database runs is of no-nosql-injection
          if ((!finding.sure && !unsure) || finding.sink.inDatabase || !untrusted.some((name) => name === finding.origin.what)) continue;
          const message = messageOf(finding);
          // a library's callers call its methods, by whatever name
          if (message === 'method' && finding.origin.what === 'library') continue;
          report(context, { node: finding.node, message, data: flowData(finding), ...(message === 'flow' ? { repairs: () => parseJson(finding.call, finding.argument, sourceCode, 'parse') } : {}) });
        }
      },
    };
  },
});

const messageOf = ({ sink: { path } }: Finding): 'flow' | 'module' | 'method' => (METHOD.test(path) ? 'method' : MODULE.test(path) ? 'module' : 'flow');

/** `setTimeout('tick()', 100)`. */
function textTimer(call: TSESTree.CallExpression, context: AnyContext): void {
  const callee = unwrap(call.callee);
  const [first] = call.arguments;
  const code = first ? stringValue(first) : undefined;
  if (!first || code === undefined || callee.type !== 'Identifier' || !TIMERS.has(callee.name)) return;
  const variable = context.sourceCode.scopeManager && variableOf(callee, context.sourceCode.scopeManager);
  if (variable && !isGlobal(variable)) return;
  report(context, { node: first, message: 'timer', data: { name: callee.name }, repairs: () => functionOf(first, code, context.sourceCode, 'callback') });
}
