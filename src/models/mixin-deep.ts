import { defineModel } from '../model/dsl.ts';

/** Merging of before it left `constructor` out: CVE-2019-10746. */
export const mixinDeep = defineModel({
  modules: ['mixin-deep'],
  sinks: { key: [{ at: 'exports[1..]', when: { version: '<1.3.2 || >=2.0.0 <2.0.1' } }] },
  flows: ['exports[0..] -> ()'],
});
