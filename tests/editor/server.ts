/** A client for the language server that VS Code, Zed and Neovim lint with: frames with Content-Length over stdio, and what a client must answer. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface Diagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
  readonly message: string;
  readonly codeDescription?: { readonly href: string };
}
interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
export interface Action {
  readonly title: string;
  readonly kind?: string;
  readonly isPreferred?: boolean;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
  readonly edit?: WorkspaceEdit;
}
interface WorkspaceEdit {
  readonly documentChanges?: readonly { readonly edits: readonly TextEdit[] }[];
  readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
}
interface Frame {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** What an editor has in its settings, and what its user says otherwise. */
const settings = (folder: string, given: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  validate: 'on',
  useFlatConfig: true,
  experimental: {},
  run: 'onType',
  nodePath: null,
  workingDirectory: { mode: 'location' },
  workspaceFolder: { uri: pathToFileURL(folder).href, name: 'shop' },
  rulesCustomizations: [],
  problems: {},
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  options: {},
  quiet: false,
  onIgnoredFiles: 'off',
  format: false,
  ...given,
});

export class EditorServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly folder: string;
  private readonly given: Readonly<Record<string, unknown>>;
  private readonly waiting = new Map<number, (frame: Frame) => void>();
  private readonly edits: WorkspaceEdit[] = [];
  private readonly documents = new Map<string, { version: number; text: string }>();
  private rest = Buffer.alloc(0);
  private ids = 0;
  /** What it wrote to the log, and to standard error. */
  readonly log: string[] = [];

  constructor(server: string, folder: string, given: Readonly<Record<string, unknown>> = {}) {
    this.folder = folder;
    this.given = given;
    this.child = spawn(process.execPath, [server, '--stdio'], { cwd: folder });
    this.child.stdout.on('data', (data: Buffer) => this.read(data));
    this.child.stderr.on('data', (data: Buffer) => this.log.push(String(data)));
  }

  private write(frame: Frame): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...frame }));
    this.child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.child.stdin.write(body);
  }

  private read(data: Buffer): void {
    this.rest = Buffer.concat([this.rest, data]);
    for (;;) {
      const end = this.rest.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.rest.subarray(0, Math.max(0, end)).toString())?.[1]);
      if (end === -1 || this.rest.length < end + 4 + length) return;
      const frame = JSON.parse(this.rest.subarray(end + 4, end + 4 + length).toString()) as Frame;
      this.rest = this.rest.subarray(end + 4 + length);
      if (frame.method === undefined) this.waiting.get(frame.id ?? -1)?.(frame);
      else if (frame.id !== undefined) this.write({ id: frame.id, result: this.answer(frame.method, frame.params) });
      else if (frame.method === 'window/logMessage') this.log.push(String(frame.params?.message));
    }
  }

  /** What the server asks of an editor. */
  private answer(method: string, params: Record<string, unknown> = {}): unknown {
    if (method === 'workspace/configuration') return (params.items as unknown[]).map(() => settings(this.folder, this.given));
    if (method !== 'workspace/applyEdit') return null;
    this.edits.push(params.edit as WorkspaceEdit);
    return { applied: true };
  }

  private async ask<T>(method: string, params: Record<string, unknown>): Promise<T> {
    const id = ++this.ids;
    const frame = await new Promise<Frame>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method} in 30 s\n${this.log.join('\n')}`)), 30_000);
      this.waiting.set(id, (answer) => (clearTimeout(timer), resolve(answer)));
      this.write({ id, method, params });
    });
    this.waiting.delete(id);
    if (frame.error) throw new Error(`${method}: ${frame.error.message}`);
    return frame.result as T;
  }

  private uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  async start(): Promise<void> {
    await this.ask('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(this.folder).href,
      workspaceFolders: [{ uri: pathToFileURL(this.folder).href, name: 'shop' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true, diagnostics: { refreshSupport: true }, workspaceEdit: { documentChanges: true } },
        textDocument: { diagnostic: { dynamicRegistration: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } } } },
      },
    });
    this.write({ method: 'initialized', params: {} });
  }

  open(name: string, text: string): void {
    this.documents.set(name, { version: 1, text });
    const languageId = name.endsWith('.ts') ? 'typescript' : 'javascript';
    this.write({ method: 'textDocument/didOpen', params: { textDocument: { uri: this.uri(name), languageId, version: 1, text } } });
  }

  /** The whole text anew, as after a key was pressed. */
  change(name: string, text: string): void {
    const version = (this.documents.get(name)?.version ?? 0) + 1;
    this.documents.set(name, { version, text });
    this.write({ method: 'textDocument/didChange', params: { textDocument: { uri: this.uri(name), version }, contentChanges: [{ text }] } });
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    return (await this.ask<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: this.uri(name) } })).items;
  }

  actions(name: string, diagnostic: Diagnostic): Promise<readonly Action[]> {
    return this.ask('textDocument/codeAction', { textDocument: { uri: this.uri(name) }, range: diagnostic.range, context: { diagnostics: [diagnostic], only: ['quickfix'] } });
  }

  fixAll(name: string): Promise<readonly Action[]> {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return this.ask('textDocument/codeAction', { textDocument: { uri: this.uri(name) }, range, context: { diagnostics: [], only: ['source.fixAll.eslint'] } });
  }

  /** What editors do by this server's own command: Neovim's `LspEslintFixAll`. */
  allFixes(name: string): Action {
    return { title: 'all', command: { command: 'eslint.applyAllFixes', arguments: [{ uri: this.uri(name), version: this.documents.get(name)?.version }] } };
  }

  /** The text after an action, which is not applied here: the server says the edit, the editor makes it. */
  async after(name: string, action: Action): Promise<string> {
    this.edits.length = 0;
    if (action.command) await this.ask('workspace/executeCommand', { command: action.command.command, arguments: action.command.arguments ?? [] });
    const edit = action.edit ?? this.edits[0];
    const edits = edit?.documentChanges?.flatMap((change) => change.edits) ?? Object.values(edit?.changes ?? {}).flat();
    const text = this.documents.get(name)?.text ?? '';
    const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
    return [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start)).reduce((now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)), text);
  }

  stop(): void {
    this.child.kill();
  }
}
