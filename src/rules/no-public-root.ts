/** A static file server over a folder that holds more than what is public: the program's own, node_modules, the home, keys, logs, uploads. */
import path from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '../ast/edit.ts';
import { findImport, isModuleObject } from '../ast/bindings.ts';
import { childNodes, staticName, stringValue, unwrap } from '../ast/nodes.ts';
import { singleAssignment, variableOf } from '../ast/scope.ts';
import { createRule } from '../rule/create-rule.ts';

const SERVERS = ['serve-static', 'koa-static', 'serve-index', 'sirv', '@koa/static'];
const PLUGINS = ['@fastify/static', 'fastify-static'];
/** A file that serves static files names one of these modules. */
const SAYS = new RegExp(`['"\`](?:express|${[...SERVERS, ...PLUGINS].join('|')})['"\`]`);
const MEANT = /^(?:public|static|assets?|dist|build|out|www|web|site|html|client|frontend|browser|docs?|images?|img|css|js|media)$/i;
const SECRET = /^(?:logs?|keys?|certs?|ssl|tls|secrets?|private|backups?|config|conf|\.git|\.ssh|\.aws|\.config)$/i;
const UPLOADS = /^(?:uploads?|uploaded|tmp|temp)$/i;

/** Where a path starts, and what follows: `path.join(__dirname, '..')` is `['here', '..']`. */
type Place = readonly [start: 'here' | 'cwd' | 'home' | 'disk', rest: string];

export const rule = createRule({
  name: 'no-public-root',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow static file servers over folders that hold more than public files',
      recommended: 'recommended',
      cwe: ['CWE-548', 'CWE-552', 'CWE-219'],
      owasp: ['A05:2021', 'A02:2025'],
      severity: 7.5,
    },
    messages: {
      program: '`{{folder}}` is the folder of the program, so anyone fetches its code, its configuration and its data by name: serve a folder that holds only public files.',
      packages: '`{{folder}}` holds all packages, so anyone reads which versions run here: serve the `dist` folder of the one package that pages need.',
      home: '`{{folder}}` is the home or the whole disk, so anyone fetches keys and passwords by name: serve a folder that holds only public files.',
      secret: '`{{folder}}` is a folder of keys, logs or settings, so anyone fetches them by name: serve a folder that holds only public files.',
      uploads: '`{{folder}}` holds what users uploaded, and a page among it runs scripts as yours: send such files as attachments, or from another host.',
    },
  },
  create: (context) => ({
    'Program:exit'(program) {
      const source = context.sourceCode;
      if (!/static|serve-index|sirv/.test(source.text) || !SAYS.test(source.text)) return;
      const todo: TSESTree.Node[] = [program];
      for (let node = todo.pop(); node; node = todo.pop()) {
        const folder = node.type === 'CallExpression' ? servedBy(node, source) : undefined;
        const message = folder && judge(placeOf(folder, source, 0), context.filename);
        if (folder && message) context.report({ node: folder, messageId: message, data: { folder: source.getText(folder).slice(0, 60) } });
        for (const child of childNodes(node, source.visitorKeys)) todo.push(child);
      }
    },
  }),
});

/** The folder that the call serves. */
function servedBy(call: TSESTree.CallExpression, source: SourceCode): TSESTree.Node | undefined {
  const callee = unwrap(call.callee);
  const [first, second] = call.arguments;
  if (callee.type === 'MemberExpression') {
    const name = staticName(callee);
    if (name === 'static' && isDefault(callee.object, 'express', source)) return first;
    if (name !== 'register' || !first || second?.type !== 'ObjectExpression' || !PLUGINS.some((plugin) => isDefault(first, plugin, source))) return undefined;
    const root = second.properties.find((p) => p.type === 'Property' && staticName(p) === 'root');
    return root?.type === 'Property' ? root.value : undefined;
  }
  if (callee.type !== 'Identifier') return undefined;
  return findImport(source, { module: 'express', name: 'static', at: call }) === callee.name || SERVERS.some((server) => isDefault(callee, server, source)) ? first : undefined;
}

const isDefault = (node: TSESTree.Node, module: string, source: SourceCode): boolean =>
  isModuleObject(source, node, module) || (node.type === 'Identifier' && findImport(source, { module, name: 'default', at: node }) === node.name);

function placeOf(outer: TSESTree.Node, source: SourceCode, depth: number): Place | undefined {
  const node = unwrap(outer);
  const text = stringValue(node);
  if (text !== undefined) return ofText(text);
  if (depth > 8) return undefined;
  switch (node.type) {
    case 'Identifier': {
      if (node.name === '__dirname') return ['here', ''];
      const variable = source.scopeManager && variableOf(node, source.scopeManager);
      const made = variable && singleAssignment(variable);
      return made ? placeOf(made, source, depth + 1) : undefined;
    }
    case 'MemberExpression':
      return node.object.type === 'MetaProperty' && staticName(node) === 'dirname' ? ['here', ''] : undefined;
    case 'CallExpression':
      return ofCall(node, source, depth);
    case 'TemplateLiteral': {
      const [hole, more] = node.expressions;
      const start = hole && !more && node.quasis[0]?.value.raw === '' ? placeOf(hole, source, depth + 1) : undefined;
      return start && [start[0], `${start[1]}${node.quasis[1]?.value.cooked ?? ''}`];
    }
    case 'BinaryExpression': {
      const start = placeOf(node.left, source, depth + 1);
      const end = stringValue(node.right);
      return start && end !== undefined ? [start[0], `${start[1]}${end}`] : undefined;
    }
    default:
      return undefined;
  }
}

function ofText(text: string): Place {
  if (/^~(?:$|\/)/.test(text)) return ['home', text.slice(1)];
  return text.startsWith('/') ? ['disk', text] : ['cwd', text];
}

function ofCall(node: TSESTree.CallExpression, source: SourceCode, depth: number): Place | undefined {
  const callee = unwrap(node.callee);
  const name = callee.type === 'MemberExpression' ? staticName(callee) : callee.type === 'Identifier' ? callee.name : undefined;
  const written = source.getText(node);
  if (name === 'cwd' && /^process\.cwd\(\)$/.test(written)) return ['cwd', ''];
  if (name === 'homedir') return ['home', ''];
  // the folder of this module, as it was written before `import.meta.dirname`
  if (/^(?:\w+\.)?(?:dirname|fileURLToPath)\(.*import\.meta\.url\)+$/.test(written)) return /new URL\(\s*['"](?!\.?\/?['"])/.test(written) ? undefined : ['here', ''];
  if (name !== 'join' && name !== 'resolve' && name !== 'normalize') return undefined;
  let place: Place | undefined = name === 'resolve' ? ['cwd', ''] : undefined;
  for (const argument of node.arguments) {
    const part: Place | undefined = argument.type === 'SpreadElement' ? undefined : placeOf(argument, source, depth + 1);
    if (!part) return undefined;
    if (!place || (part[0] !== 'cwd' && (name === 'resolve' || part[0] !== 'disk'))) place = part;
    else place = [place[0], `${place[1]}/${part[1]}`];
  }
  return place;
}

function judge(place: Place | undefined, filename: string): 'program' | 'packages' | 'home' | 'secret' | 'uploads' | undefined {
  if (!place) return undefined;
  const [start, rest] = place;
  const segments = path.posix.normalize(`./${rest}`).split('/').filter((s) => s !== '' && s !== '.');
  const last = segments.at(-1);
  if (last === undefined || last === '..') {
    if (start === 'home' || start === 'disk') return 'home';
    // a file in a folder that is meant for visitors may serve it
    return start === 'here' && last === undefined && MEANT.test(path.basename(path.dirname(filename))) ? undefined : 'program';
  }
  if (last === 'node_modules') return 'packages';
  if (start === 'disk' && segments.length === 1 && /^(?:home|root|etc|var|usr|opt|srv)$/.test(last)) return 'home';
  if (SECRET.test(last)) return 'secret';
  return UPLOADS.test(last) ? 'uploads' : undefined;
}
