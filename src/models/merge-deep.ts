import { defineModel } from '../model/dsl.ts';

/** Merging of before it left `constructor` out: CVE-2021-26707. */
export const mergeDeep = defineModel({
  modules: ['merge-deep'],
  sinks: { key: [{ at: 'exports[1..]', when: { version: '<3.0.3' } }] },
  flows: ['exports[0..] -> ()'],
});
