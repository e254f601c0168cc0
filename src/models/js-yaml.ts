import { defineModel } from '../model/dsl.ts';

export const jsYaml = defineModel({
  modules: ['js-yaml'],
  sinks: {
    deserialize: [
      // functions are made of `!!js/function` by the default schema until 3
      { at: 'exports.{load,loadAll}[0]', when: { version: '<4' } },
      { at: 'exports.{load,loadAll}[0]', when: { '[1].schema': { api: 'DEFAULT_FULL_SCHEMA' } } },
    ],
  },
  flows: [{ flow: 'exports.{load,loadAll,safeLoad,safeLoadAll}[0] -> ()', again: ['nosql', 'fields', 'key'] }, 'exports.{dump,safeDump}[0] -> ()'],
});
