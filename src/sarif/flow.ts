/**
 * The way of a value as `codeFlows` has it, read from the message, which is all that a formatter gets. Its form is that of
 * src/rule/report.ts: `` `SOURCE` does harm through build() line 6, …, run() line 9: what to do``. The message does not say where the
 * source stands, so that is looked for in the text: the occurrence next to the first step.
 */
import type { FileText, Region } from './text.ts';

export interface FlowStep {
  readonly text: string;
  readonly region: Region;
}

const STEP = String.raw`[^,\x60]+? line \d+|…`;
const WAY = new RegExp(String.raw` through ((?:${STEP})(?:, (?:${STEP}))*)`);

/** The named steps of a message with the lines where they are called; those behind `…` are not there. */
function stepsOf(message: string): { readonly text: string; readonly line: number }[] {
  const [, list = ''] = WAY.exec(message) ?? [];
  return Array.from(list.matchAll(/([^,]+?) line (\d+)/g), ([, text = '', line]) => ({ text: text.trim(), line: Number(line) }));
}

/** Where the source is written, as near to a line as it can be. */
function nearest(source: string, line: number, file: FileText): Region | undefined {
  let best: Region | undefined;
  for (let at = file.text.indexOf(source); at !== -1; at = file.text.indexOf(source, at + 1)) {
    const [before, after] = [file.text.charAt(at - 1), file.text.charAt(at + source.length)];
    if (/[\w$.]/.test(before) || /[\w$]/.test(after)) continue;
    const region = file.region(at, at + source.length);
    if (!best || Math.abs(region.startLine - line) < Math.abs(best.startLine - line)) best = region;
  }
  return best;
}

/** Source, steps and sink; nothing where the message tells of no way, or source and sink are one place. */
export function flowOf(message: string, sink: Region, file: FileText): readonly FlowStep[] {
  const steps = stepsOf(message);
  const [, source] = /^`(.+?)`(?= )/.exec(message) ?? [];
  if (source === undefined) return [];
  const isHere = file.at(sink).includes(source);
  const origin = isHere ? undefined : nearest(source, steps[0]?.line ?? sink.startLine, file);
  const way: FlowStep[] = [];
  if (origin) way.push({ text: `\`${source}\``, region: origin });
  for (const { text, line } of steps) if (line <= file.lines) way.push({ text, region: { startLine: line } });
  return way.length === 0 ? [] : [...way, { text: message, region: sink }];
}
