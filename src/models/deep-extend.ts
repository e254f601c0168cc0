import { defineModel } from '../model/dsl.ts';

/** Merging of before it left `__proto__` out: CVE-2018-3750. */
export const deepExtend = defineModel({
  modules: ['deep-extend'],
  sinks: { key: [{ at: 'exports[1..]', when: { version: '<0.5.1' } }] },
  flows: ['exports[0..] -> ()'],
});
