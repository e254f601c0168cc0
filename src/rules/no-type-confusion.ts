/** Checks of text that a list passes, too: a parameter that is sent twice comes as one. */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange, type SourceCode } from '../ast/edit.ts';
import { unwrap } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import type { Kind } from '../model/dsl.ts';
import { kinds, untrusted } from '../model/kinds.ts';
import { analysisOf, ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { report } from '../rule/report.ts';

const TEXTS: readonly Kind[] = ['sql', 'command', 'code', 'template', 'path', 'url', 'redirect', 'html', 'header', 'regex', 'xpath', 'ldap'];

export const rule = createRule<'found' | 'string'>({
  name: 'no-type-confusion',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow checks of text that a list from a request passes',
      recommended: 'strict',
      cwe: ['CWE-843', 'CWE-1287'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 6.5,
    },
    messages: {
      found: '`{{source}}` may be a list (a parameter that is sent twice), of which `{{name}}` asks something else, so it passes this check and becomes {{kind}} in line {{line}}: make it a string first.',
      string: 'Make it a string by String() before it is checked.',
    },
    hasSuggestions: true,
  },
  create: (context) => {
    ask(context, TEXTS);
    return {
      'Program:exit'() {
        for (const { node, receiver, name, origin, kind, sink, sure } of analysisOf(context).confusions()) {
          if (!sure || !untrusted.some((one) => one === origin.what)) continue;
          const data = { source: origin.text, name, kind: kinds[kind].title, line: String(sink.loc.start.line) };
          report(context, { node, message: 'found', data, repairs: () => asString(receiver, context.sourceCode) });
        }
      },
    };
  },
});

/** Where a variable is given the value, else at the check. */
function asString(receiver: TSESTree.Node, source: SourceCode): readonly Repair[] | Refusal {
  const value = unwrap(receiver);
  const variable = value.type === 'Identifier' && source.scopeManager ? variableOf(value, source.scopeManager) : undefined;
  const given = variable && singleAssignment(variable);
  const target = given && unwrap(given).type === 'MemberExpression' ? given : receiver;
  return [{ level: 'suggestion', message: 'string', edits: [replaceRange(target.range, `String(${source.getText(target)})`)] }];
}
