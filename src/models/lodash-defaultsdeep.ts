import { defineModel } from '../model/dsl.ts';

/** Merging of before it left `constructor` out: CVE-2019-10744. */
export const lodashDefaultsdeep = defineModel({
  modules: ['lodash.defaultsdeep'],
  sinks: { key: [{ at: 'exports[1..]', when: { version: '<4.6.1' } }] },
  flows: ['exports[0..] -> ()'],
});
