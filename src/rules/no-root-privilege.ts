/** A server that is root, runs others as root, or leaves files that every user of the machine may write. */
import type { TSESTree } from '@typescript-eslint/utils';
import { replaceRange } from '../ast/edit.ts';
import type { ApiCall, Shown } from '../engine/index.ts';
import type { Refusal, Repair } from '../fixes/fix.ts';
import { analysisOf, type AnyContext } from '../rule/analysis.ts';
import { callRule, constantOf, memberAt } from '../rule/call-rule.ts';
import type { Report } from '../rule/report.ts';

/** Below it only root may listen, where nothing else was said. */
const FREE_PORTS = 1024;
const OTHERS_WRITE = 0o002;
/** What lies in a folder with this bit is its owner's to remove: `/tmp`. */
const STICKY = 0o1000;
const EXECUTE = 0o111;
/** A command that begins, or comes after another: `sudo -u www node app.js`. */
const SUDO = /(?:^|[;&|(]|&&|\|\|)\s*(?:[\w/]*\/)?(?:sudo|doas|pkexec)\b/;

export const rule = callRule({
  name: 'no-root-privilege',
  marks: ['becomes', 'permits', 'masks', 'listens', 'runs'],
  docs: {
    description: 'disallow becoming root, running commands as root, and files that everybody may write',
    recommended: 'strict',
    cwe: ['CWE-250', 'CWE-732', 'CWE-276'],
    owasp: ['A05:2021', 'A02:2025'],
    severity: 6.7,
  },
  messages: {
    becomes: '`{{call}}` makes the process root, so whoever gets into it has the machine: run it as a user of its own.',
    sudo: '`{{command}}` runs as root from here, so whoever gets into this process has the machine: let a service with that one right do it.',
    port: 'Only root may listen on port {{port}}, so the whole process is root: listen above 1023 behind a proxy, or give up the rights by `process.setuid()` once it listens.',
    permits: 'Mode {{mode}} lets every user of the machine write here, and what they write the server reads or runs: let its owner alone.',
    masks: '`{{call}}` lets every user of the machine write the files that are made from here on: keep 0o022, or 0o077.',
    narrow: 'Write {{mode}}.',
  },
  hasSuggestions: true,
  defaults: {},
  check: (call, _, context) => {
    const [first, second] = call.shown;
    const reports: Report[] = [];
    const { node } = call;
    const text = context.sourceCode.getText(node).replaceAll(/\s+/g, ' ').slice(0, 60);
    if (call.marks.includes('becomes') && isRoot(call)) reports.push({ node, message: 'becomes', data: { call: text } });
    if (call.marks.includes('runs')) {
      const command = commandOf(first);
      if (SUDO.test(command)) reports.push({ node, message: 'sudo', data: { command: command.trim().slice(0, 60) } });
    }
    if (call.marks.includes('listens')) {
      const port = Number(constantOf(first) ?? constantOf(memberAt(first, 'port')) ?? 0);
      if (Number.isInteger(port) && port > 0 && port < FREE_PORTS && !givesUp(context)) reports.push({ node: argumentAt(node, 0) ?? node, message: 'port', data: { port: String(port) } });
    }
    if (call.marks.includes('permits')) {
      const mode = modeOf(second);
      const written = argumentAt(node, 1) ?? node;
      if (mode !== undefined && (mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0) {
        reports.push({ node: written, message: 'permits', data: { mode: octal(mode) }, repairs: () => narrow(written, (mode & EXECUTE) === 0 ? 0o600 : 0o700) });
      }
    }
    if (call.marks.includes('masks')) {
      const mask = modeOf(first);
      const written = argumentAt(node, 0) ?? node;
      if (mask !== undefined && (mask & OTHERS_WRITE) === 0) reports.push({ node: written, message: 'masks', data: { call: text }, repairs: () => narrow(written, 0o077) });
    }
    return reports;
  },
});

const argumentAt = (node: TSESTree.Node, index: number): TSESTree.Node | undefined => (node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments[index] : undefined);
const octal = (mode: number): string => `0o${mode.toString(8).padStart(3, '0')}`;

/** User or group 0, by number or name. */
const isRoot = ({ shown }: ApiCall): boolean => [0, '0', 'root', 'wheel'].some((one) => one === constantOf(shown[0]));

/** Whether the file makes the process somebody else's, as servers do once they listen. */
const givesUp = (context: AnyContext): boolean => analysisOf(context).calls().some((call) => call.marks.includes('becomes') && !isRoot(call));

/** The constant parts of a command; a blank stands for what is put in. */
function commandOf(shown: Shown | undefined): string {
  const constant = constantOf(shown);
  if (typeof constant === 'string') return constant;
  return shown?.fact.text?.known === true ? shown.fact.text.parts.join(' ') : '';
}

/** A mode as number, or as text in octal. */
function modeOf(shown: Shown | undefined): number | undefined {
  const constant = constantOf(shown);
  if (typeof constant === 'number') return constant;
  return typeof constant === 'string' && /^(?:0o?)?[0-7]{1,4}$/.test(constant) ? Number.parseInt(constant.replace(/^0o?/, '') || '0', 8) : undefined;
}

/** In place of the literal. */
function narrow(written: TSESTree.Node, mode: number): readonly Repair[] | Refusal {
  if (written.type !== 'Literal') return { reason: 'the mode is set elsewhere' };
  const text = typeof written.value === 'string' ? `'${mode.toString(8).padStart(3, '0')}'` : octal(mode);
  return [{ level: 'suggestion', message: 'narrow', data: { mode: text }, edits: [replaceRange(written.range, text)] }];
}
