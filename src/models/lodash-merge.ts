import { defineModel } from '../model/dsl.ts';

/** Merging of before they left `__proto__` out: CVE-2018-16487. */
export const lodashMerge = defineModel({
  modules: ['lodash.merge', 'lodash.mergewith'],
  sinks: { key: [{ at: 'exports[1..]', when: { version: '<4.6.2' } }] },
  flows: ['exports[0..] -> ()'],
});
