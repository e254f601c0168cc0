import { defineModel } from '../model/dsl.ts';

/** Says of a pattern whether it can be made slow. */
export const safeRegex = defineModel({
  modules: ['safe-regex', 'safe-regex2'],
  guards: { regex: ['exports[0]'] },
});
