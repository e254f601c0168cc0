import { defineModel } from '../model/dsl.ts';

export const jsYaml = defineModel({
  modules: ['js-yaml'],
  types: {
    // knows `!!js/function`; gone from 4, where another package brings the tags back
    Full: [
      'DEFAULT_FULL_SCHEMA',
      { at: 'DEFAULT_SCHEMA.extend()', when: { '[0]': { api: 'js-yaml-js-types:Tags' } } },
      { at: 'DEFAULT_SCHEMA.extend()', when: { '[0].0': { api: 'js-yaml-js-types:Tags' } } },
      { at: 'DEFAULT_SCHEMA.extend()', when: { '[0].explicit.0': { api: 'js-yaml-js-types:Tags' } } },
    ],
  },
  sinks: {
    deserialize: [
      // until 3 this schema is the one in use where none is given
      { at: 'exports.{load,loadAll}[0]', when: { version: '<4', '[1].schema': { is: 'absent' }, '[2].schema': { is: 'absent' } } },
      { at: 'exports.{load,safeLoad}[0]', when: { '[1].schema': { api: 'Full' } } },
      { at: 'exports.{loadAll,safeLoadAll}[0]', when: { '[1].schema': { api: 'Full' } } },
      { at: 'exports.{loadAll,safeLoadAll}[0]', when: { '[2].schema': { api: 'Full' } } },
    ],
  },
  flows: [{ flow: 'exports.{load,loadAll,safeLoad,safeLoadAll}[0] -> ()', again: ['nosql', 'fields', 'key'] }, 'exports.{dump,safeDump}[0] -> ()'],
});
