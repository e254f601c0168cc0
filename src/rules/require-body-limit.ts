/** Bodies and uploads of any size: whoever sends the most fills the memory or the disk, and nobody else is served. */
import type { TSESTree } from '@typescript-eslint/utils';
import { childNodes, functionAround, isFunctionNode, staticName, unwrap, type FunctionNode, type VisitorKeys } from '../ast/nodes.ts';
import type { ApiCall, Shown } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { putOptions } from '../fixes/options.ts';
import type { Mark } from '../model/dsl.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, calledNode, constantOf, memberAt, testedAt } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

interface Options {
  /** The most that a body may be told to have, in bytes. */
  readonly most?: number;
  /** Also parsers that read bodies of any type, and uploads of files of any type. */
  readonly types?: boolean;
}

const MB = 1_048_576;
/** Options that limit a body, which is held in memory. */
const BODIES = ['limit', 'jsonLimit', 'formLimit', 'textLimit', 'xmlLimit', 'bodyLimit', 'maxSize'];
/** Options that limit files, which may be long: that there is an end is all. */
const FILES = ['fileSize', 'maxFilesSize'];
const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1024, mb: MB, gb: 1024 * MB, tb: MB * MB, pb: 1024 * MB * MB };

const MARKS = ['parses', 'noLimit', 'noFilter', 'reads', 'requestBody'] as const;
/** An option of a size. */
const SIZES = /(?:limit|maxSize|fileSize|maxFilesSize)['"]?\s*[:,}]/i;
const UPLOADS = /multer|busboy|fileupload|multiparty|raw-body/;
const LOOPS = /\bawait\s*\(\s*(?:const|let|var)\b/;

/** A file that reads bodies says something of it; most files do not. */
const marksIn = ({ types = false }: Options, text: string): readonly Mark[] => [
  ...(SIZES.test(text) || (types && /\btype\b/.test(text)) ? ['parses' as const] : []),
  ...(UPLOADS.test(text) ? ['noLimit' as const] : []),
  ...(types && UPLOADS.test(text) ? ['noFilter' as const] : []),
  ...(/['"`]data['"`]/.test(text) ? ['reads' as const] : []),
  ...(LOOPS.test(text) ? ['requestBody' as const] : []),
];

export const rule = callRule<Options>({
  name: 'require-body-limit',
  marks: MARKS,
  wanted: marksIn,
  docs: {
    description: 'require limits for the size of bodies and uploads',
    recommended: 'recommended',
    options: { strict: [{ types: true }] },
    cwe: ['CWE-770', 'CWE-400'],
    owasp: ['A05:2021', 'A06:2025'],
    severity: 5.3,
  },
  messages: {
    high: '`{{option}}` lets each request put {{size}} into memory, so a few of them take all of it: allow what honest requests need.',
    none: '`{{option}}` sets no limit, so one request takes all memory or disk: allow what honest requests need.',
    upload: 'Uploads of any size are taken here, so one request fills the disk or the memory: set `{{option}}`.',
    raw: 'All that is sent is read here, so one request takes all memory: set `{{option}}`.',
    kept: 'What is sent is kept in `{{name}}` for as long as it comes, so one request takes all memory: count the bytes and stop at a limit.',
    anyType: 'Bodies of any type are read here as if they were of this one, also from forms of other sites, which ask nobody: leave `type` as it is by default.',
    anyFile: 'Files of any type are taken here: refuse those that nobody should upload in `fileFilter`.',
    set: 'Set `{{option}}` to {{value}}.',
  },
  hasSuggestions: true,
  options: {
    most: { type: 'number', minimum: 0, description: 'The most that a body may be allowed to have, in bytes.' },
    types: { type: 'boolean', description: 'Also report parsers that read bodies of any type, and uploads of files of any type.' },
  },
  defaults: { most: 10 * MB, types: false },
  check: (call, { most = 10 * MB, types = false }, context) => {
    if (call.node.type === 'TaggedTemplateExpression' || isForFields(call)) return [];
    const reports: Report[] = [];
    if (call.marks.includes('parses')) reports.push(...limitsOf(call, most, context));
    const place = call.marks.includes('noLimit') ? testedAt(call, 'noLimit') : undefined;
    if (place) {
      const option = place.names.join('.');
      reports.push({ node: calledNode(call), message: option === 'limit' ? 'raw' : 'upload', data: { option }, repairs: () => put(context, call, place.index, place.names, option === 'limit' ? "'1mb'" : '10_000_000') });
    }
    if (call.marks.includes('reads')) reports.push(...keptOf(call, context));
    if (types && call.marks.includes('noFilter')) reports.push({ node: calledNode(call), message: 'anyFile', data: {} });
    const type = types && call.marks.includes('parses') ? memberAt(call.shown[0], 'type') : undefined;
    if (type && type !== 'absent' && takesAll(type)) reports.push({ node: calledNode(call), message: 'anyType', data: {} });
    return reports;
  },
  also: (context) => streamsKept(context),
});

function put({ sourceCode }: AnyContext, { node }: ApiCall, index: number, names: readonly string[], value: string): readonly Repair[] | Refusal {
  const last = names.at(-1) ?? '';
  const edits = node.type === 'TaggedTemplateExpression' ? undefined : putOptions(sourceCode, node, index, names.slice(0, -1), new Map([[last, value]]));
  return edits ? [{ level: 'suggestion', message: 'set', data: { option: names.join('.'), value }, edits }] : { reason: 'the options are made elsewhere' };
}

/** `multer().none()` takes no files. */
function isForFields({ node }: ApiCall): boolean {
  const { parent } = node;
  return parent?.type === 'MemberExpression' && parent.object === node && staticName(parent) === 'none';
}

// Options

function limitsOf(call: ApiCall, most: number, context: AnyContext): readonly Report[] {
  return call.shown.slice(0, 2).flatMap((options, index) =>
    [...BODIES.map((name) => [name]), ...FILES.map((name) => [name]), ...FILES.map((name) => ['limits', name])].flatMap((names): Report[] => {
      const value = memberAt(options, ...names);
      const size = value === 'absent' ? undefined : sizeOf(value);
      const isFile = FILES.includes(names.at(-1) ?? '');
      if (size === undefined || (isFile ? size !== Infinity : size <= most)) return [];
      const option = names.join('.');
      const repairs = (): readonly Repair[] | Refusal => put(context, call, index, names, isFile ? '10_000_000' : typeof constantOf(value) === 'string' ? "'1mb'" : '1_048_576');
      return [{ node: writtenAt(call, index, names) ?? calledNode(call), message: size === Infinity ? 'none' : 'high', data: { option, size: shownSize(size) }, repairs }];
    }),
  );
}

const shownSize = (size: number): string => (size >= 1024 * MB ? `${Math.round(size / (1024 * MB))} GB` : size >= MB ? `${Math.round(size / MB)} MB` : `${size} bytes`);

/** Bytes, as the package `bytes` reads them; what it does not understand is no limit. */
function sizeOf(value: Shown | undefined): number | undefined {
  const constant = constantOf(value);
  if (typeof constant === 'number') return constant;
  if (typeof constant !== 'string') return undefined;
  const [, amount, unit = 'b'] = /^(\d+(?:\.\d+)?) *(b|[kmgtp]b)?$/i.exec(constant) ?? [];
  if (amount !== undefined) return Math.floor(Number(amount) * (UNITS[unit.toLowerCase()] ?? 1));
  return Number.isNaN(Number.parseInt(constant, 10)) ? Infinity : undefined;
}

/** Where the option is written in the object at the call. */
function writtenAt({ node }: ApiCall, index: number, names: readonly string[]): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node.type === 'TaggedTemplateExpression' ? undefined : node.arguments[index];
  for (const name of names) {
    const object: TSESTree.Node | undefined = at && unwrap(at);
    at = object?.type === 'ObjectExpression' ? object.properties.find((one): one is TSESTree.Property => one.type === 'Property' && staticName(one) === name)?.value : undefined;
  }
  return at;
}

/** `*` and `*` again, or a function that says yes to all. */
function takesAll({ fact, members }: Shown): boolean {
  const [ref] = fact.refs;
  if (ref?.k === 'fn' && fact.refs.length === 1) {
    const { node } = ref.fn;
    return isFunctionNode(node) && node.body.type === 'Literal' && node.body.value === true;
  }
  return fact.constant?.value === '*/*' || [...members.values()].some((one) => one.fact.constant?.value === '*/*');
}

// Reading by hand

/** What a listener keeps of each chunk, and nobody counts. */
function keptOf(call: ApiCall, { sourceCode: { visitorKeys } }: AnyContext): readonly Report[] {
  const [ref, ...others] = call.args[1]?.refs ?? [];
  if (ref?.k !== 'fn' || others.length > 0 || !isFunctionNode(ref.fn.node)) return [];
  const [chunk] = ref.fn.node.params;
  const around = functionAround(call.node.parent);
  if (chunk?.type !== 'Identifier' || isCounted(ref.fn.node.body, visitorKeys) || (around && asksLength(around, visitorKeys))) return [];
  return keeping(ref.fn.node.body, chunk.name, visitorKeys).map(({ node, name }) => ({ node, message: 'kept', data: { name } }));
}

/** `for await (const chunk of req)`, in a function that is handed a request. */
function streamsKept(context: AnyContext): readonly Report[] {
  const { visitorKeys, text } = context.sourceCode;
  if (!LOOPS.test(text)) return [];
  const analysis = analysisOf(context);
  return (analysis.index?.functions ?? []).flatMap((fn) => {
    const { node } = fn;
    if (!isFunctionNode(node)) return [];
    const requests = node.params.flatMap((param, i) => (param.type === 'Identifier' && analysis.given(fn, i)?.refs.some((ref) => ref.k === 'api' && ref.api.marks.some(({ mark }) => mark === 'requestBody')) ? [param.name] : []));
    if (requests.length === 0 || asksLength(node, visitorKeys)) return [];
    return nodesIn(node.body, visitorKeys, true).flatMap((loop): Report[] => {
      if (loop.type !== 'ForOfStatement' || !loop.await || loop.right.type !== 'Identifier' || !requests.includes(loop.right.name) || isCounted(loop.body, visitorKeys)) return [];
      const variable = loop.left.type === 'VariableDeclaration' ? loop.left.declarations[0]?.id : loop.left;
      return variable?.type === 'Identifier' ? keeping(loop.body, variable.name, visitorKeys).map(({ node: at, name }) => ({ node: at, message: 'kept', data: { name } })) : [];
    });
  });
}

/** `text += chunk`, `chunks.push(chunk)`, `text = text + chunk`, `all = Buffer.concat([all, chunk])`. */
function keeping(body: TSESTree.Node, chunk: string, keys: VisitorKeys): readonly { readonly node: TSESTree.Node; readonly name: string }[] {
  // of `chunk.length` nothing of the chunk is kept
  const isCount = ({ parent }: TSESTree.Node): boolean => parent?.type === 'MemberExpression' && /^(?:length|byteLength)$/.test(staticName(parent) ?? '');
  const says = (node: TSESTree.Node, name: string): boolean => nodesIn(node, keys).some((one) => one.type === 'Identifier' && one.name === name && !isCount(one));
  return nodesIn(body, keys).flatMap((node): { readonly node: TSESTree.Node; readonly name: string }[] => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') {
      const { name } = node.left;
      return says(node.right, chunk) && (node.operator === '+=' || says(node.right, name)) ? [{ node, name }] : [];
    }
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || staticName(node.callee) !== 'push' || node.callee.object.type !== 'Identifier') return [];
    return node.arguments.some((argument) => says(argument, chunk)) ? [{ node, name: node.callee.object.name }] : [];
  });
}

/** Something is compared there, or the stream is stopped. */
const isCounted = (body: TSESTree.Node, keys: VisitorKeys): boolean =>
  nodesIn(body, keys).some((node) => (node.type === 'BinaryExpression' && /^[<>]=?$/.test(node.operator)) || node.type === 'IfStatement' || node.type === 'ConditionalExpression');

/** The length that the sender announces is asked for, which it has to keep to. */
const asksLength = (fn: FunctionNode, keys: VisitorKeys): boolean => nodesIn(fn.body, keys).some((node) => node.type === 'Literal' && /^content-length$/i.test(String(node.value)));

/** A node and those below it; `isOwn`: without those of functions in it. */
function nodesIn(node: TSESTree.Node, keys: VisitorKeys, isOwn = false): readonly TSESTree.Node[] {
  const all: TSESTree.Node[] = [node];
  for (const one of all) if (!isOwn || !isFunctionNode(one)) all.push(...childNodes(one, keys));
  return all;
}
