/**
 * A file as the engine sees it: the tree with its scopes, and an index of its functions and classes, made in one pass over
 * the nodes without recursion (a tree may be deep).
 */
import type { TSESTree } from '@typescript-eslint/utils';
import { childNodes, isFunctionNode, staticName, unwrap, type FunctionNode, type VisitorKeys } from '../../ast/nodes.ts';
import { referencesOf, type Scope, type ScopeManager, type Variable } from '../../ast/scope.ts';

export interface SourceFile {
  readonly filename: string;
  readonly cwd: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopes: ScopeManager;
  readonly visitorKeys: VisitorKeys;
  /** Names of exported types that a type checker gives a node, with their packages. */
  readonly typeOf?: (node: TSESTree.Node) => readonly { readonly module: string; readonly name: string }[];
  /** Packages of which types are in sight. */
  readonly typedPackages?: ReadonlySet<string>;
}

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** A function of the file; its top level is one too. */
export interface FunctionInfo {
  readonly id: number;
  readonly node: FunctionNode | TSESTree.Program | TSESTree.StaticBlock;
  readonly parent: FunctionInfo | undefined;
  readonly name: string;
  readonly params: readonly TSESTree.Parameter[];
  /** The class whose method (or accessor, constructor, field initialiser) it is. */
  readonly ofClass: ClassInfo | undefined;
  readonly isStatic: boolean;
  readonly inner: FunctionInfo[];
  /** Variables of enclosing functions, not of the top level, that it or a function inside it uses. */
  readonly captured: Set<Variable>;
  /** Functions of the file that it calls or uses by name: for the order of the walk. */
  readonly uses: Set<FunctionInfo>;
  /** Number of nodes, without functions inside: for the budget. */
  size: number;
}

export interface ClassInfo {
  readonly node: ClassNode;
  readonly name: string;
  readonly methods: Map<string, FunctionInfo>;
  readonly getters: Map<string, FunctionInfo>;
  readonly setters: Map<string, FunctionInfo>;
  readonly statics: Map<string, FunctionInfo>;
  readonly staticGetters: Map<string, FunctionInfo>;
  constructorInfo: FunctionInfo | undefined;
  readonly fields: TSESTree.PropertyDefinition[];
  readonly owner: FunctionInfo;
}

export interface FileIndex {
  readonly file: SourceFile;
  readonly top: FunctionInfo;
  /** All functions, outer before inner, in source order. */
  readonly functions: readonly FunctionInfo[];
  readonly functionOf: ReadonlyMap<TSESTree.Node, FunctionInfo>;
  readonly classOf: ReadonlyMap<TSESTree.Node, ClassInfo>;
  readonly nodes: number;
}

const nameOfParent = (node: TSESTree.Node): string => {
  const { parent } = node;
  if (!parent) return '';
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'AssignmentExpression') {
    const left = unwrap(parent.left);
    return left.type === 'Identifier' ? left.name : left.type === 'MemberExpression' ? (staticName(left) ?? '') : '';
  }
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') return staticName(parent) ?? '';
  return '';
};

export function functionName(node: FunctionNode): string {
  return node.id?.name ?? nameOfParent(node);
}

const isLeaf = (node: TSESTree.Node): boolean => node.type === 'Literal' || node.type === 'TemplateElement' || node.type === 'ThisExpression' || (node.type === 'Identifier' && !node.typeAnnotation && (node.decorators as unknown[] | undefined ?? []).length === 0);

/** Indexes the file: linear in its nodes. */
export function indexFile(file: SourceFile): FileIndex {
  const functionOf = new Map<TSESTree.Node, FunctionInfo>();
  const classOf = new Map<TSESTree.Node, ClassInfo>();
  const functions: FunctionInfo[] = [];
  let nodes = 0;

  const addFunction = (node: FunctionInfo['node'], parent: FunctionInfo | undefined, name: string, cls: ClassInfo | undefined, isStatic: boolean): FunctionInfo => {
    const params = node.type === 'Program' || node.type === 'StaticBlock' ? [] : node.params;
    const info: FunctionInfo = { id: functions.length, node, parent, name, params, ofClass: cls, isStatic, inner: [], captured: new Set(), uses: new Set(), size: 0 };
    functions.push(info);
    functionOf.set(node, info);
    parent?.inner.push(info);
    return info;
  };
  const addClass = (node: ClassNode, owner: FunctionInfo): ClassInfo => {
    const map = (): Map<string, FunctionInfo> => new Map();
    const cls: ClassInfo = {
      node,
      name: node.id?.name ?? nameOfParent(node),
      methods: map(),
      getters: map(),
      setters: map(),
      statics: map(),
      staticGetters: map(),
      constructorInfo: undefined,
      fields: [],
      owner,
    };
    classOf.set(node, cls);
    return cls;
  };

  /** `this.name`, and where: methods are used by it. */
  const members: { readonly fn: FunctionInfo; readonly name: string }[] = [];
  const top = addFunction(file.ast, undefined, '', undefined, false);
  // three stacks of one height, and nothing for what has no children: most files that are opened are walked here longest
  const stack: TSESTree.Node[] = [file.ast];
  const functionsAround: FunctionInfo[] = [top];
  const classesAround: (ClassInfo | undefined)[] = [undefined];
  for (let node = stack.pop(); node; node = stack.pop()) {
    let fn = functionsAround.pop() ?? top;
    let cls = classesAround.pop();
    nodes++;
    fn.size++;
    if (isFunctionNode(node)) {
      const member = node.parent;
      const isMember = member?.type === 'MethodDefinition' && cls !== undefined && member.value === node;
      // an arrow in a field sees the instance, as a method does
      const isField = member?.type === 'PropertyDefinition' && cls !== undefined && member.value === node;
      fn = addFunction(node, fn, functionName(node), isMember || isField ? cls : undefined, (isMember || isField) && member.static);
      if (isMember && cls) addMember(cls, member, fn);
      cls = undefined;
    } else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      cls = addClass(node, fn);
    } else if (node.type === 'MemberExpression') {
      if (node.object.type === 'ThisExpression' && !node.computed && node.property.type === 'Identifier') members.push({ fn, name: node.property.name });
    } else if (node.type === 'PropertyDefinition' && cls) {
      cls.fields.push(node);
    } else if (node.type === 'StaticBlock') {
      fn = addFunction(node, fn, '', cls, true);
    }
    const inner = node.type === 'ClassBody' || node.type === 'MethodDefinition' || node.type === 'PropertyDefinition' || node === cls?.node ? cls : undefined;
    const children = childNodes(node, file.visitorKeys);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (!child) continue;
      if (isLeaf(child)) {
        nodes++;
        fn.size++;
        continue;
      }
      stack.push(child);
      functionsAround.push(fn);
      classesAround.push(inner);
    }
  }
  linkMethods(members, functions);
  linkCaptures(file, functions, functionOf);
  return { file, top, functions, functionOf, classOf, nodes };
}

/** Methods that a method uses by `this`, so that they are walked before it; of an object or prototype by the name alone. */
function linkMethods(members: readonly { readonly fn: FunctionInfo; readonly name: string }[], functions: readonly FunctionInfo[]): void {
  const assigned = new Map<string, FunctionInfo>();
  for (const fn of functions) {
    const { parent } = fn.node;
    if (parent?.type === 'Property' || (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression')) assigned.set(fn.name, fn);
  }
  for (const { fn, name } of members) {
    let around: FunctionInfo | undefined = fn;
    while (around && !around.ofClass) around = around.parent;
    const method = around ? around.ofClass?.methods.get(name) : assigned.get(name);
    if (method && method !== fn) fn.uses.add(method);
  }
}

function addMember(cls: ClassInfo, member: TSESTree.MethodDefinition, fn: FunctionInfo): void {
  const name = staticName(member);
  if (member.kind === 'constructor') cls.constructorInfo = fn;
  else if (name === undefined) return;
  else if (member.kind === 'get') (member.static ? cls.staticGetters : cls.getters).set(name, fn);
  else if (member.kind === 'set') cls.setters.set(name, fn);
  else (member.static ? cls.statics : cls.methods).set(name, fn);
}

/** The function in which a variable lives; undefined for the top level. */
export function ownerOf(variable: Variable, functionOf: ReadonlyMap<TSESTree.Node, FunctionInfo>): FunctionInfo | undefined {
  const scope = variable.scope.variableScope as Scope;
  const { block } = scope;
  const info = functionOf.get(block);
  if (info) return info.node.type === 'Program' ? undefined : info;
  // class field initialisers and TypeScript's namespaces have scopes of their own
  for (let node: TSESTree.Node | undefined = block; node; node = node.parent) {
    const outer = functionOf.get(node);
    if (outer) return outer.node.type === 'Program' ? undefined : outer;
  }
  return undefined;
}

/** Which variables each function takes from outside, and which functions it uses by name. */
function linkCaptures(file: SourceFile, functions: readonly FunctionInfo[], functionOf: ReadonlyMap<TSESTree.Node, FunctionInfo>): void {
  for (const scope of file.scopes.scopes) {
    for (const variable of scope.variables) {
      const definition = variable.defs.find((d) => d.node.type !== 'TSDeclareFunction');
      if (!definition || variable.references.length === 0) continue;
      const owner = ownerOf(variable, functionOf);
      const target = functionOf.get(definition.node) ?? (definition.node.type === 'VariableDeclarator' && definition.node.init ? functionOf.get(unwrap(definition.node.init)) : undefined);
      for (const reference of referencesOf(variable)) {
        let user = ownerOfScope(reference.from, functionOf);
        if (target && user && user !== target) user.uses.add(target);
        if (!owner) continue;
        for (; user && user !== owner; user = user.parent) {
          if (user.captured.has(variable)) break;
          user.captured.add(variable);
        }
      }
    }
  }
  // an inner function is walked before the one that makes it
  for (const fn of functions) for (const inner of fn.inner) fn.uses.add(inner);
}

export function ownerOfScope(scope: Scope, functionOf: ReadonlyMap<TSESTree.Node, FunctionInfo>): FunctionInfo | undefined {
  for (let node: TSESTree.Node | undefined = scope.block; node; node = node.parent) {
    const info = functionOf.get(node);
    if (info) return info;
  }
  return undefined;
}
