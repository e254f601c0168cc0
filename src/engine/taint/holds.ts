/** Tests of a model on a call: yes only where it can be decided. */
import path from 'node:path';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Literal, Test, When } from '../../model/dsl.ts';
import { parseRelative, type Step } from '../../model/path.ts';
import { undefinedFact, type Fact } from '../fact/fact.ts';
import { versionIn } from '../project/version.ts';
import { argument, type Args } from '../summary/summary.ts';
import { Type } from '../value/value.ts';
import { missing, readMember } from './members.ts';
import type { Walk } from './walk.ts';

const parsed = new Map<string, readonly Step[]>();

function stepsOf(path: string): readonly Step[] {
  let steps = parsed.get(path);
  if (!steps) parsed.set(path, (steps = parseRelative(path)));
  return steps;
}

export function holds(walk: Walk, when: When, args: Args, receiver: Fact | undefined, node: TSESTree.Node, assigned?: Fact): boolean {
  for (const [place, test] of Object.entries(when)) {
    if (place === 'version') {
      if (!isVersion(walk, when, test)) return false;
      continue;
    }
    const value = at(walk, stepsOf(place), args, receiver, node, assigned);
    if (!value || !passes(walk, value, test)) return false;
  }
  return true;
}

/** Whether the package of the model is known to be in the range; of several, those that the file names count. */
function isVersion({ world }: Walk, when: When, range: Test): boolean {
  const { registry, versions } = world;
  let answer = versions.get(when);
  if (answer === undefined) {
    const { filename, cwd, text } = world.index.file;
    const packages = registry.graph.packages.get(when) ?? [];
    const named = packages.filter((name) => ['"', "'", '`'].some((quote) => text.includes(quote + name + quote) || text.includes(`${quote}${name}/`)));
    const known = (named.length > 0 ? named : packages).map((name) => versionIn(path.resolve(cwd, filename), name, String(range))).filter((one) => one !== undefined);
    versions.set(when, (answer = known.length > 0 && !known.includes(false)));
  }
  return answer;
}

function at(walk: Walk, steps: readonly Step[], args: Args, receiver: Fact | undefined, node: TSESTree.Node, assigned: Fact | undefined): Fact | undefined {
  let value: Fact | undefined;
  for (const step of steps) {
    if (step.t === 'argument') value = argument(args, step.from === -1 ? args.list.length - 1 : step.from);
    else if (step.t === 'receiver') value = receiver;
    else if (step.t === 'assign') value = assigned;
    else if (step.t === 'member') {
      if (!value) return undefined;
      // a callback in its place is no object of options
      if (value === missing || value.constant || value.types === Type.function) value = undefinedFact;
      else value = readMember(walk, value, step.names === '*' ? undefined : step.names[0], node);
    } else return undefined;
  }
  return value;
}

function passes(walk: Walk, value: Fact, test: Test): boolean {
  const { constant } = value;
  const absent = value === missing || (constant !== undefined && constant.value === undefined);
  if (test instanceof RegExp) return typeof constant?.value === 'string' && test.test(constant.value);
  if (Array.isArray(test)) return constant !== undefined && (test as readonly Literal[]).includes(constant.value as Literal);
  if (typeof test === 'object' && test !== null) {
    // what is not known may begin with anything
    if ('begins' in test) return !(constant ? !test.begins.test(String(constant.value)) : value.text?.known === true && value.text.parts[0] !== '' && !test.begins.test(value.text.parts[0] ?? ''));
    if ('is' in test) {
      if (test.is === 'absent') return absent;
      if (test.is === 'present') return !absent && (constant !== undefined || value.literal || value.refs.some((r) => r.k !== 'sym'));
      return !constant && !value.literal;
    }
    const state = walk.world.registry.graph.tested.get(test);
    const isIt = state !== undefined && value.refs.some((r) => r.k === 'api' && r.api.states.includes(state));
    return 'notApi' in test ? !isIt : isIt;
  }
  return constant !== undefined && constant.value === test;
}
