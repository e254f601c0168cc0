/** What is known of programs that servers call: which need a shell, which run what they are given, which honour `--`. */
import { constantWord, holesOf } from '../text/argv.ts';
import type { Argv, Word } from '../text/argv.ts';

/** Installed by package managers as `.cmd` files on Windows, which only a shell can start. */
const SHIMS: ReadonlySet<string> = new Set(
  (
    'az babel bower bundle bunx c8 cdk code composer concurrently cordova corepack cross-env electron ember eslint expo firebase flutter gatsby gcloud ' +
    'gem gradle gradlew grunt gulp http-server ionic jest knex lerna lint-staged mocha mvn mvnw nest netlify newman next ng nodemon npm npx nuxt nx nyc ' +
    'playwright pm2 pnpm pnpx prettier prisma rails rake react-scripts rimraf rollup sass semantic-release sequelize serve serverless sls svgo ' +
    'tailwindcss terser ts-node tsc tsx turbo typeorm vercel vite vitest vue webpack wrangler yarn yarnpkg'
  ).split(' '),
);

const SHELL = /^(?:(?:ba|da|z|k|c|tc|a|fi|pw)?sh|cmd|powershell|busybox)$/;
const INTERPRETER = /^(?:node|deno|bun|python|perl|ruby|php|lua|osascript|rscript|psql|mysql|mariadb|mongo|mongosh|vim?|ex|emacs)$/;
/** `-c`, `-lc`, `-e`, `--eval`: what follows is code. */
const CODE_OPTION = /^(?:-[A-Za-z]*[ceEprR]|--(?:eval|print|command|execute)|-(?:Encoded)?Command|\/[ck])$/i;
/** These hand their arguments to a shell, here or on another host, or read commands in them. */
const RUNS_ARGUMENTS: ReadonlySet<string> = new Set(['ssh', 'rsh', 'mosh', 'su', 'runuser', 'watch', 'parallel', 'xargs', 'tmux', 'screen', 'sqlite3', 'script', 'at', 'batch']);
/** Their first argument is a program in a language that can start others. */
const PROGRAMMED: ReadonlySet<string> = new Set(['awk', 'gawk', 'mawk', 'nawk', 'sed', 'gsed', 'jq']);
/** The program to run stands among their arguments. */
const WRAPPERS: ReadonlySet<string> = new Set('chroot chrt docker doas env flatpak flock ionice kubectl nice nohup nsenter podman setsid stdbuf sudo taskset time timeout unshare'.split(' '));
/** Options of git, rsync, tar, find and others whose value is a command. */
const COMMAND_OPTION =
  /^(?:--(?:upload-pack|receive-pack|exec|rsh|rsync-path|to-command|use-compress-program|checkpoint-action|info-script|new-volume-script|pre|pager|open-files-in-pager)(?:=|$)|-(?:exec|execdir|ok|okdir)$|-oProxyCommand)/;

/** Tools whose options end at `--`, with those of their options that take the next argument. */
const DASHES: Readonly<Record<string, RegExp>> = {
  basename: /^-s$/,
  cat: /^$/,
  chgrp: /^$/,
  chmod: /^$/,
  chown: /^$/,
  cp: /^-[tS]$/,
  curl: /^(?:-[AbcCdDeEFhHKmoQrtTuUwxXyYz]|--(?:data.*|header|output|request|user|user-agent|max-time|connect-timeout|form|cookie|proxy|retry))$/,
  df: /^-[tx]$/,
  diff: /^-[xUC]$/,
  dirname: /^$/,
  du: /^-[dt]$/,
  file: /^-[fm]$/,
  grep: /^-[efmABCdD]$/,
  gunzip: /^$/,
  gzip: /^$/,
  head: /^-[nc]$/,
  ln: /^-[tS]$/,
  ls: /^-[Iw]$/,
  mkdir: /^-m$/,
  mv: /^-[tS]$/,
  ping: /^-[cisWwtIl]$/,
  rm: /^$/,
  rmdir: /^$/,
  sort: /^-[koStT]$/,
  stat: /^-[cft]$/,
  tail: /^-[ncs]$/,
  touch: /^-[drt]$/,
  wc: /^$/,
  wget: /^-[oaOPTtQUiBe]$/,
  whois: /^-[hp]$/,
};

/** Sub-commands of git for which `--` ends the options. For others (`log`, `checkout`, `diff`) it parts revisions from files. */
const GIT: Readonly<Record<string, RegExp>> = {
  add: /^$/,
  clone: /^(?:-[bocuj]|--(?:branch|depth|origin|config|reference|upload-pack))$/,
  fetch: /^(?:-[jo]|--depth)$/,
  init: /^-b$/,
  'ls-remote': /^$/,
  mv: /^$/,
  pull: /^(?:-[sXj]|--depth)$/,
  push: /^-o$/,
  rm: /^$/,
};

const nameOf = (program: string): string => (program.split('/').at(-1) ?? '').replace(/\.exe$/i, '');
/** `python3.11` is Python. */
const languageOf = (program: string): string => nameOf(program).toLowerCase().replace(/[\d.]+$/, '');

/** Why the program cannot be started without a shell everywhere. */
export function needsShell(command: string): string | undefined {
  if (/\.(?:cmd|bat|ps1)$/i.test(command)) return `'${command}' is a script of the Windows shell`;
  const name = nameOf(command);
  return SHIMS.has(name) || /(?:^|\/)node_modules\/\.bin\//.test(command) ? `'${name}' is a .cmd file on Windows, which needs a shell` : undefined;
}

/**
 * Why the values would still be run as code if no shell read the line: `sh -c "${x}"`, `ssh host "${x}"`, `awk "${x}"`, `find -exec "${x}"`.
 * Where this errs, it errs towards a reason.
 */
export function runsItsArguments({ command, args }: Argv): string | undefined {
  const words: readonly Word[] = [{ pieces: [command] }, ...args];
  const constants = words.map(constantWord);
  const lastHole = words.findLastIndex((word) => holesOf(word).length > 0);
  if (lastHole < 0) return undefined;
  const programs = WRAPPERS.has(nameOf(command)) ? constants : constants.slice(0, 1);
  for (const [n, program] of programs.entries()) {
    if (program === undefined) continue;
    const name = nameOf(program);
    if (RUNS_ARGUMENTS.has(name) && n < lastHole) return `'${name}' runs its arguments`;
    const text = words.slice(n + 1).find((word) => !constantWord(word)?.match(/^(?:-.*)?$/));
    if (PROGRAMMED.has(name) && text && holesOf(text).length > 0) return `'${name}' runs its argument`;
  }
  for (const [n, program] of constants.entries()) {
    if (program === undefined || !(SHELL.test(languageOf(program)) || INTERPRETER.test(languageOf(program)))) continue;
    const option = constants.findIndex((word, m) => m > n && word !== undefined && CODE_OPTION.test(word));
    // `python -c "..."` takes all after it; `--eval=...` in one word has its hole in that word.
    if (option > 0 && option < lastHole) return `'${nameOf(program)}' runs its argument`;
  }
  return words.some((word, n) => COMMAND_OPTION.test(firstText(word)) && words.slice(n, n + 2).some((near) => holesOf(near).length > 0))
    ? `an option of '${nameOf(command)}' takes a command`
    : undefined;
}

const firstText = ({ pieces: [first] }: Word): string => (typeof first === 'string' ? first : '');

/** The options of the command that take the next argument, if `--` ends its options; and how many of the arguments are sub-commands. */
export function endsOptions(command: string, first: string | undefined): { readonly takesValue: RegExp; readonly skip: number } | undefined {
  const name = nameOf(command);
  if (name === 'git' && first !== undefined) return Object.hasOwn(GIT, first) && GIT[first] ? { takesValue: GIT[first], skip: 1 } : undefined;
  return Object.hasOwn(DASHES, name) && DASHES[name] ? { takesValue: DASHES[name], skip: 0 } : undefined;
}
