/** Untrusted XML for a parser that replaces entities or loads DTDs: files of the server in what comes out, or more memory than there is. */
import type { TSESTree } from '@typescript-eslint/utils';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { sortEdits, type SourceCode } from '../ast/edit.ts';
import { optionOf, setOptions } from '../fixes/options.ts';
import { untrusted } from '../model/kinds.ts';
import { analysisOf, ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { flowData, report } from '../rule/report.ts';
import { unsureOption } from '../rule/unsure.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
  /** Report the options alone, whatever is parsed. */
  readonly anyInput?: boolean;
}

const ON = { from: 'true', to: 'false' };
/** Options that make the parser do what XML asks for. */
const FLAGS = new Map([...['noent', 'replaceEntities', 'dtdload', 'dtdvalid'].map((name) => [name, ON] as const), ['nonet', { from: 'false', to: 'true' }]]);

export const rule = createRule<'flow' | 'expat' | 'flags' | 'turnOff', [Options]>({
  name: 'no-xxe',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow untrusted XML in parsers that replace its entities',
      recommended: 'recommended',
      options: { strict: [{ unsure: true, anyInput: true }] },
      cwe: ['CWE-611', 'CWE-776'],
      owasp: ['A05:2021', 'A02:2025'],
      severity: 8.2,
    },
    messages: {
      flow: '`{{source}}` is parsed as XML whose entities are replaced{{way}}{{more}}, so its sender reads files of the server and reaches its network: leave `noent`, `dtdload` and `nonet` as they are by default.',
      expat: '`{{source}}` brings entities of its own into XML that is parsed{{way}}{{more}}, which a few lines blow up to gigabytes: parse it without entities, by fast-xml-parser or xml2js.',
      flags: '`{{option}}` lets XML read files of the server and reach its network through entities: leave it as it is by default unless all XML is yours.',
      turnOff: 'Set {{options}} as by default.',
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          unsure: unsureOption,
          anyInput: { type: 'boolean', description: 'Also report the options alone, whatever is parsed.' },
        },
      },
    ],
    defaultOptions: [{ unsure: false, anyInput: false }],
  },
  create: (context) => {
    const { unsure = false, anyInput = false } = context.options[0] ?? {};
    ask(context, ['xml'], anyInput ? { marks: ['entities'] } : {});
    return {
      'Program:exit'() {
        const analysis = analysisOf(context);
        const reported = new Set<TSESTree.Node>();
        for (const finding of analysis.findings('xml')) {
          if ((!finding.sure && !unsure) || !untrusted.some((name) => name === finding.origin.what)) continue;
          reported.add(finding.call);
          const message = finding.sink.when ? 'flow' : 'expat';
          report(context, { node: finding.node, message, data: flowData(finding), repairs: () => turnOff(finding.call, context.sourceCode) });
        }
        if (!anyInput) return;
        for (const { node, api } of analysis.calls()) {
          if (reported.has(node) || node.type !== 'CallExpression' || !api.marks.some(({ mark }) => mark === 'entities')) continue;
          const option = flagsOf(node, context.sourceCode)[0];
          if (option === undefined) continue;
          reported.add(node);
          report(context, { node: optionOf(node, option) ?? node, message: 'flags', data: { option }, repairs: () => turnOff(node, context.sourceCode) });
        }
      },
    };
  },
});

/** The dangerous options that are written at a call. */
function flagsOf(call: TSESTree.CallExpression, source: SourceCode): string[] {
  return [...FLAGS].flatMap(([name, { from }]) => {
    const option = optionOf(call, name);
    return option && source.getText(option.value) === from ? [name] : [];
  });
}

function turnOff(call: TSESTree.Node, source: SourceCode): readonly Repair[] | Refusal {
  const names = call.type === 'CallExpression' ? flagsOf(call, source) : [];
  if (call.type !== 'CallExpression' || names.length === 0) return { reason: 'the options are set elsewhere' };
  const data = { options: names.map((name) => `\`${name}\``).join(', ') };
  return [{ level: 'suggestion', message: 'turnOff', data, edits: sortEdits(setOptions(call, FLAGS, source)) }];
}
