/**
 * Splits a shell line with holes into words, as a POSIX shell would, or says why a list of arguments cannot stand for it.
 *
 * The line is what a program sends to `sh -c`: constant parts with holes between them, filled at run time. A list of arguments means the
 * same only where the shell would do nothing but split words and drop quotes, so anything else that it acts on is a reason to refuse.
 */

/** Where a hole stands. In quotes its value stays in one word; bare, the shell splits it at blanks and expands globs in it. */
export type Quote = 'none' | 'double' | 'single';

export interface HolePiece {
  /** Hole `n` stands between `parts[n]` and `parts[n + 1]`. */
  readonly hole: number;
  readonly quote: Quote;
}

/** Constant pieces, quotes and escapes resolved, and holes. An empty word (`''`) has no pieces. */
export interface Word {
  readonly pieces: readonly (string | HolePiece)[];
}

export interface Argv {
  readonly command: string;
  readonly args: readonly Word[];
  /** The shell has a builtin of this name that may answer otherwise than the program does (`echo 'a\n'`). */
  readonly builtin: boolean;
}

export interface Unsplit {
  readonly reason: string;
}

export const isUnsplit = (result: Argv | Unsplit): result is Unsplit => 'reason' in result;

/** The holes of a word, in order. */
export const holesOf = (word: Word): HolePiece[] => word.pieces.filter((piece) => typeof piece !== 'string');

/** The text of a word without holes. */
export const constantWord = (word: Word): string | undefined => (holesOf(word).length === 0 ? word.pieces.join('') : undefined);

/** The one hole that is the whole word. */
export function wholeHole(word: Word): HolePiece | undefined {
  const [piece, second] = word.pieces;
  return second === undefined && typeof piece === 'object' ? piece : undefined;
}

/** Only a shell can run these: no program of the name exists, or it cannot do what the shell does (`cd`), or is often not installed (`kill`). */
const SHELL_ONLY: ReadonlySet<string> = new Set(
  (
    '. : alias bg bind break builtin caller cd command compgen complete compopt continue coproc declare dirs disown enable eval exec exit export fc fg ' +
    'getopts hash help history jobs kill let local logout mapfile popd pushd read readarray readonly return select set shift shopt source suspend ' +
    'times trap type typeset ulimit umask unalias unset wait ' +
    // Words of the grammar; as command words they begin or end a compound command.
    '! { } [[ ]] case do done elif else esac fi for function if in then time until while ' +
    // The same of the Windows shell.
    'assoc call cls copy del dir erase ftype md mklink move rd ren rename setlocal start title ver vol'
  ).split(' '),
);

/** Builtins with a program of the same name, alike but for details: escapes in `echo`, the symlinks in `pwd`. */
const ALSO_PROGRAMS: ReadonlySet<string> = new Set(['[', 'echo', 'false', 'printf', 'pwd', 'test', 'true']);

/** Characters that mean something to the shell outside quotes, and how a message calls them. */
const OPERATORS: Readonly<Record<string, string>> = {
  '|': 'a pipe',
  '&': "'&'",
  ';': "';'",
  '<': 'a redirection',
  '>': 'a redirection',
  '(': 'a subshell',
  ')': 'a subshell',
  '`': 'a command substitution',
  '*': 'a glob',
  '?': 'a glob',
  '[': 'a glob',
  '{': 'braces',
  '}': 'braces',
};

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;
/** What follows a `$` that is not just a dollar sign. */
const EXPANSION = /^[\w{(@*#?$!-]/;

/** `parts` are the constant parts, one more than there are holes. */
export function splitLine(parts: readonly string[]): Argv | Unsplit {
  const words = new Splitter(parts).split();
  if ('reason' in words) return words;
  const [first, ...args] = words;
  if (!first) return { reason: 'the line is empty' };
  const command = constantWord(first);
  if (command === undefined || command === '') return { reason: 'the command itself is not constant' };
  if (SHELL_ONLY.has(command)) return { reason: `'${command}' is a command of the shell` };
  return { command, args, builtin: ALSO_PROGRAMS.has(command) };
}

/** One pass over the parts. `word` is the word under construction; undefined between words. */
class Splitter {
  readonly #parts: readonly string[];
  readonly #words: Word[] = [];
  #word: (string | HolePiece)[] | undefined;
  #quote: Quote = 'none';
  /** A newline ended the command; blanks may follow, nothing else. */
  #ended = false;
  #reason: string | undefined;

  constructor(parts: readonly string[]) {
    this.#parts = parts;
  }

  split(): readonly Word[] | Unsplit {
    for (const [n, part] of this.#parts.entries()) {
      if (n > 0) this.#push({ hole: n - 1, quote: this.#quote });
      this.#readPart(part, n === this.#parts.length - 1);
      if (this.#reason !== undefined) return { reason: this.#reason };
    }
    if (this.#quote !== 'none') return { reason: 'a quote is not closed' };
    this.#endWord();
    return this.#reason === undefined ? this.#words : { reason: this.#reason };
  }

  #readPart(part: string, last: boolean): void {
    for (let i = 0; i < part.length && this.#reason === undefined; ) {
      // What a `$` or a backslash at the end of a part does depends on the value that follows.
      const beforeHole = !last && i === part.length - 1;
      if (this.#quote === 'single') i = this.#readSingle(part, i);
      else if (this.#quote === 'double') i = this.#readDouble(part, i, beforeHole);
      else i = this.#readBare(part, i, beforeHole);
    }
  }

  #readSingle(part: string, i: number): number {
    const end = part.indexOf("'", i);
    this.#push(part.slice(i, end < 0 ? part.length : end));
    if (end < 0) return part.length;
    this.#quote = 'none';
    return end + 1;
  }

  #readDouble(part: string, i: number, beforeHole: boolean): number {
    const char = part.charAt(i);
    const next = part.charAt(i + 1);
    if (char === '"') this.#quote = 'none';
    else if (char === '`') this.#reason = 'the line has a command substitution';
    else if (char === '$' && (beforeHole || EXPANSION.test(next))) this.#reason = 'the line has a shell variable or substitution';
    else if (char === '\\' && beforeHole) this.#reason = 'a backslash stands before a value';
    else if (char === '\\' && next !== '' && '$`"\\\n'.includes(next)) {
      this.#push(next === '\n' ? '' : next);
      return i + 2;
    } else this.#push(char);
    return i + 1;
  }

  #readBare(part: string, i: number, beforeHole: boolean): number {
    const char = part.charAt(i);
    const next = part.charAt(i + 1);
    if (char === ' ' || char === '\t') this.#endWord();
    else if (char === '\n') {
      this.#endWord();
      if (this.#words.length > 0) this.#ended = true;
    } else if (char === "'" || char === '"') {
      this.#quote = char === '"' ? 'double' : 'single';
      this.#push('');
    } else if (char === '\\') {
      if (beforeHole) this.#reason = 'a backslash stands before a value';
      else if (next === '') this.#reason = 'the line ends in a backslash';
      else if (next !== '\n') this.#push(next);
      return i + 2;
    } else this.#readPlain(char, next, beforeHole);
    return i + 1;
  }

  /** A character outside quotes that is itself, unless it is shell syntax. */
  #readPlain(char: string, next: string, beforeHole: boolean): void {
    const operator = Object.hasOwn(OPERATORS, char) ? OPERATORS[char] : undefined;
    const text = this.#word?.at(-1);
    if (operator !== undefined) {
      // `[` alone is a program.
      if (char !== '[' || this.#word || !(next === ' ' || next === '')) this.#reason = `the line has ${operator}`;
    } else if (char === '$' && (beforeHole || !/^\s?$/.test(next))) this.#reason = 'the line has a shell variable or substitution';
    else if (char === '#' && !this.#word) this.#reason = 'the line has a comment';
    else if (char === '~' && (!this.#word || (typeof text === 'string' && (text.endsWith('=') || text.endsWith(':'))))) this.#reason = "the line has '~'";
    else if (char < ' ' || char === '\x7f') this.#reason = 'the line has a control character';
    if (this.#reason === undefined) this.#push(char);
  }

  #push(piece: string | HolePiece): void {
    if (this.#ended) this.#reason = 'the line has several commands';
    this.#word ??= [];
    const last = this.#word.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') this.#word[this.#word.length - 1] = last + piece;
    else if (piece !== '') this.#word.push(piece);
  }

  #endWord(): void {
    if (!this.#word) return;
    const [text] = this.#word;
    // Quotes in the name would make it no assignment; that is rare enough to be refused as well.
    if (this.#words.length === 0 && typeof text === 'string' && ASSIGNMENT.test(text)) this.#reason = 'a variable is set for the command';
    this.#words.push({ pieces: this.#word });
    this.#word = undefined;
  }
}
