/** The paths of a model that no compiler reads: of tests on a call, and of where values are bound. They are followed at a call, where a bad one would hold never. */
import type { Model } from './dsl.ts';
import { ModelError, parsePath, parseRelative, type Step } from './path.ts';

/** What a test can look at. */
const ASKED: ReadonlySet<Step['t']> = new Set(['argument', 'receiver', 'assign', 'member']);

/** Throws ModelError for a path in a `when` or a `bind` that cannot be followed. */
export function checkConditions(model: Model): void {
  const [name] = model.modules;
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || part instanceof RegExp) return;
    const { when, bind } = part as { readonly when?: unknown; readonly bind?: { readonly values?: string; readonly tag?: string } };
    for (const path of Object.keys(when ?? {})) {
      if (path === 'version') continue;
      const steps = parseRelative(path);
      const wrong = steps.find(({ t }) => !ASKED.has(t));
      if (steps.length === 0 || wrong) throw new ModelError(`secure-node: bad test '${path}' in the model of '${name}': it looks at an argument [n], the receiver [this], a member of these, or the assigned value =`);
    }
    if (bind?.values !== undefined) parseRelative(bind.values);
    if (bind?.tag?.startsWith('[') === true) parseRelative(bind.tag);
    else if (bind?.tag !== undefined) parsePath(bind.tag);
    for (const value of Object.values(part)) look(value);
  };
  look({ ...model, modules: [] });
}
