/** `npm run demo`: what the plugin says of the vulnerable shop, what `--fix` makes of it, and what is left to you. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ESLint } from 'eslint';
import { build, copyShop, lint, repair, root, shop } from './example.ts';

type Message = ESLint.LintResult['messages'][number];

const colours = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, red, cyan] = [1, 2, 31, 36].map(paint) as [Paint, Paint, Paint, Paint];
type Paint = ReturnType<typeof paint>;

const name = path.relative(root, shop).replaceAll(path.sep, '/');

const step = (text: string): void => console.log(`\n${bold(`== ${text}`)}`);
const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const offer = ({ fix, suggestions = [] }: Message): string => {
  if (fix !== undefined) return '--fix repairs it';
  const [first] = suggestions;
  return first === undefined ? 'left to you' : `suggestion: ${first.desc}`;
};

const show = ({ filePath, messages }: ESLint.LintResult): void => {
  if (messages.length === 0) return;
  console.log(`\n${bold(`${name}/${filePath}`)}`);
  for (const message of messages) {
    console.log(`  ${cyan(`${name}/${filePath}:${message.line}:${message.column}`)}  ${red(message.ruleId ?? 'syntax error')}`);
    console.log(`    ${message.message}`);
    console.log(`    ${dim(offer(message))}`);
  }
};

const diff = (before: string, after: string): string => {
  const short = (directory: string): string => path.relative(root, directory).replaceAll(path.sep, '/');
  const { stdout, status, stderr } = spawnSync(
    'git',
    ['diff', '--no-index', '--no-prefix', '--no-ext-diff', `--color=${colours ? 'always' : 'never'}`, '--', short(before), short(after)],
    { cwd: root, encoding: 'utf8' },
  );
  // 1 says that they differ.
  if (status !== 0 && status !== 1) throw new Error(`git diff failed: ${stderr}`);
  return stdout.replaceAll(short(after), `${name} (fixed)`).trimEnd();
};

step('Building the plugin');
build();
console.log('dist/index.js is up to date.');

step(`Linting ${name} with the config 'recommended'`);
const before = await lint(shop, 'recommended');
before.forEach(show);

const copy = await copyShop();
try {
  step('Repairing a copy with --fix; the shop itself stays as it is');
  await repair(copy, 'recommended');
  console.log(diff(shop, copy) || 'Nothing changed.');

  step('Linting the copy again');
  const left = (await lint(copy, 'recommended')).flatMap(({ messages }) => messages);
  const found = before.flatMap(({ messages }) => messages).length;
  const suggested = left.filter(({ suggestions = [] }) => suggestions.length > 0).length;

  console.log(
    bold(`${count(found, 'finding')}: ${found - left.length} repaired by --fix, ${suggested} with suggestions in the editor, ${left.length - suggested} left to you.`),
  );
} finally {
  await rm(copy, { recursive: true });
}
