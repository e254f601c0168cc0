/** Buffers whose bytes are what was in memory before: `allocUnsafe()` that is sent as it is; the old `new Buffer(x)`, where a number in x is a length. */
import type { TSESTree } from '@typescript-eslint/utils';
import { insertAt, replaceRange, type SourceCode, type TextEdit } from '../ast/edit.ts';
import { unwrap, wrapped } from '../ast/nodes.ts';
import { referencesOf, variableOf } from '../ast/scope.ts';
import { Type, type ApiCall, type Finding } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { analysisOf, ask } from '../rule/analysis.ts';
import { createRule } from '../rule/create-rule.ts';
import { flowData, report } from '../rule/report.ts';
import { unsureSchema } from '../rule/unsure.ts';

interface Options {
  /** Report what is known only with a step out of sight on the way. */
  readonly unsure?: boolean;
}

type Make = 'alloc' | 'from';

/** Members and methods that only read. */
const READS = /^(?:length|byteLength|byteOffset|toString|toJSON|subarray|slice|at|equals|compare|indexOf|includes|lastIndexOf|read\w+|entries|keys|values)$/;

/** Called, or given another name: most programs say only `Buffer.from()` and the like. */
const MADE = /\bBuffer\s*\(|[=(,{[.]\s*Buffer\s*[;,)}\]]|[{,]\s*Buffer\s*:|\bBuffer\s+as\b|\bSlowBuffer\b/;
const isMade = (text: string): boolean => text.includes('Buffer') && MADE.test(text);

export const rule = createRule<'flow' | 'old' | 'alloc' | 'from', [Options]>({
  name: 'no-unsafe-buffer',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow `new Buffer()`, and buffers that are sent with what was in memory before',
      recommended: 'recommended',
      options: { strict: [{ unsure: true }] },
      cwe: ['CWE-665', 'CWE-908'],
      owasp: ['A04:2021', 'A06:2025'],
      severity: 6.5,
    },
    messages: {
      flow: '`{{source}}` gets into a response{{way}}{{more}} with nothing written to it, so it shows what was in memory before, keys and other requests among it: use `Buffer.alloc()`.',
      old: '`{{call}}` makes as many bytes as a number says, and in old releases shows what was in memory before: say which is meant, `Buffer.from()` or `Buffer.alloc()`.',
      alloc: 'A length is meant: use `{{name}}`.',
      from: 'Data is meant: use `{{name}}`.',
    },
    fixable: 'code',
    hasSuggestions: true,
    schema: unsureSchema,
    defaultOptions: [{ unsure: false }],
  },
  create: (context) => {
    const { unsure = false } = context.options[0] ?? {};
    ask(context, ['response'], { marks: isMade(context.sourceCode.text) ? ['oldBuffer'] : [] });
    return {
      'Program:exit'() {
        const { sourceCode } = context;
        const analysis = analysisOf(context);
        const seen = new Set<TSESTree.Node>();
        for (const call of analysis.calls()) {
          if (!call.marks.includes('oldBuffer') || call.node.type === 'TaggedTemplateExpression' || seen.has(call.node)) continue;
          seen.add(call.node);
          const text = sourceCode.getText(call.node).replaceAll(/\s+/g, ' ').slice(0, 60);
          report(context, { node: call.node, message: 'old', data: { call: text }, repairs: () => inPlaceOf(call, sourceCode) });
        }
        for (const finding of analysis.findings('response')) {
          const { origin } = finding;
          if (origin.what !== 'uninitialised' || (!finding.sure && !unsure) || mayBeWritten(finding, sourceCode)) continue;
          report(context, { node: finding.node, message: 'flow', data: flowData(finding), repairs: () => filled(origin.node) });
        }
      },
    };
  },
});

/** Whether it is used for more than reading, where it is made or sent: a method that may write, an element, a call that is handed it. */
function mayBeWritten({ origin, argument, call }: Finding, { scopeManager }: SourceCode): boolean {
  const { parent } = wrapped(origin.node);
  // `Buffer.allocUnsafe(9).fill(0)`
  if (parent?.type === 'MemberExpression' && isWrite(parent)) return true;
  const names = [parent?.type === 'VariableDeclarator' ? parent.id : undefined, rootOf(argument)];
  return names.some((name) => {
    const variable = name?.type === 'Identifier' && scopeManager ? variableOf(name, scopeManager) : undefined;
    return variable !== undefined && referencesOf(variable).some(({ identifier, init }) => init !== true && isUsedToWrite(wrapped(identifier), call));
  });
}

/** `page` of `page.subarray(1).toString()`. */
function rootOf(node: TSESTree.Node): TSESTree.Node {
  let root = unwrap(node);
  while (root.type === 'MemberExpression' || root.type === 'CallExpression') root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  return root;
}

function isUsedToWrite(node: TSESTree.Node, sink: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.object === node && isWrite(parent);
    // what is sent is not written; anything else that is handed it may
    case 'CallExpression':
    case 'NewExpression':
      return parent !== sink && parent.callee !== node;
    case 'Property':
    case 'ArrayExpression':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'AwaitExpression':
    case 'TemplateLiteral':
    case 'BinaryExpression':
      return false;
    case 'AssignmentExpression':
      // `ctx.body = bytes`
      return parent !== sink && !(parent.right === node && parent.left.type === 'MemberExpression');
    default:
      return true;
  }
}

const isWrite = ({ property, computed, parent }: TSESTree.MemberExpression): boolean => {
  if (computed) return parent.type === 'AssignmentExpression' || parent.type === 'UpdateExpression';
  return property.type === 'Identifier' && !READS.test(property.name);
};

/** `Buffer.alloc()` in place of `Buffer.allocUnsafe()`: the same bytes, once they are written. */
function filled(made: TSESTree.Node): readonly Repair[] | Refusal {
  const callee = made.type === 'CallExpression' ? unwrap(made.callee) : undefined;
  if (callee?.type !== 'MemberExpression' || callee.property.type !== 'Identifier' || !/^allocUnsafe(?:Slow)?$/.test(callee.property.name)) return { reason: 'it is called by another name' };
  return [{ level: 'fix', message: 'alloc', data: { name: 'Buffer.alloc()' }, edits: [replaceRange(callee.property.range, 'alloc')] }];
}

/** `Buffer.from()` or `Buffer.alloc()`, as the first argument is no number for sure, or one; else it is the user's choice. */
function inPlaceOf({ node, args, bound }: ApiCall, source: SourceCode): readonly Repair[] | Refusal {
  const none = { reason: 'what it is given is not written here' };
  if (node.type === 'TaggedTemplateExpression' || node.arguments.length === 0 || node.arguments[0]?.type === 'SpreadElement') return none;
  const types = args[0]?.types ?? Type.any;
  const repair = (make: Make, level: Repair['level']): Repair[] => {
    const edits = called(node, make, source);
    return edits ? [{ level, message: make, data: { name: `Buffer.${make}()` }, edits }] : [];
  };
  if (bound && types === Type.number && node.arguments.length === 1) return repair('alloc', 'fix');
  if (bound && (types & ~(Type.string | Type.array)) === 0) return repair('from', 'fix');
  // a second argument is the encoding of a text
  return [...repair('from', 'suggestion'), ...(node.arguments.length === 1 && (types & Type.number) !== 0 ? repair('alloc', 'suggestion') : [])];
}

function called(node: TSESTree.CallExpression | TSESTree.NewExpression, make: Make, source: SourceCode): TextEdit[] | undefined {
  const member = insertAt(node.callee.range[1], `.${make}`);
  if (node.type === 'CallExpression') return node.optional ? undefined : [member];
  const [keyword, next] = source.getFirstTokens(node, 2);
  // `(` at the beginning of a line would go on with the line before
  if (!keyword || next?.value === '(') return undefined;
  const blank = /^\s*/.exec(source.text.slice(keyword.range[1]))?.[0].length ?? 0;
  return [replaceRange([keyword.range[0], keyword.range[1] + blank], ''), member];
}
