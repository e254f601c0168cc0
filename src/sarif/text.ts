/** The text of a linted file as SARIF speaks of it: regions in lines and columns from 1, in UTF-16 code units as ESLint counts. */

export interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** What ends a line for ESLint; said in the log, too, since SARIF alone would take the first two. */
export const newlineSequences = ['\r\n', '\n', '\r', '\u2028', '\u2029'];

export class FileText {
  /** As ESLint's ranges count it, without a byte order mark. */
  readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text.replace(/^\uFEFF/, '');
    this.starts = [0, ...Array.from(this.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g), (end) => end.index + end[0].length)];
  }

  get lines(): number {
    return this.starts.length;
  }

  /** A line without its end; empty past the file. */
  line(number: number): string {
    const start = this.starts[number - 1];
    return start === undefined ? '' : this.text.slice(start, this.starts[number]).replace(/[\r\n\u2028\u2029]+$/, '');
  }

  /** `[line, column]` of an offset, found by halving. */
  private place(offset: number): [number, number] {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return [low + 1, offset - (this.starts[low] ?? 0) + 1];
  }

  region(start: number, end: number): Region {
    const [[startLine, startColumn], [endLine, endColumn]] = [this.place(start), this.place(end)];
    return { startLine, startColumn, endLine, endColumn };
  }

  /** The text of a region; its line where it has no columns. */
  at({ startLine, startColumn, endLine, endColumn }: Region): string {
    if (startColumn === undefined || endLine === undefined || endColumn === undefined) return this.line(startLine);
    const [start, end] = [this.starts[startLine - 1], this.starts[endLine - 1]];
    return start === undefined || end === undefined ? '' : this.text.slice(start + startColumn - 1, end + endColumn - 1);
  }
}
