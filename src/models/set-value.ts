import { defineModel } from '../model/dsl.ts';

/** Paths that led to the prototype: CVE-2019-10747, CVE-2021-23440. */
export const setValue = defineModel({
  modules: ['set-value'],
  sinks: { key: [{ at: 'exports[1]', when: { version: '<2.0.1 || >=3.0.0 <4.0.1' } }] },
  flows: ['exports[0] -> ()'],
});
