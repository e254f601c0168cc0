import { defineModel } from '../model/dsl.ts';

/** Keys that led to the prototype: CVE-2020-36632. */
export const flat = defineModel({
  modules: ['flat'],
  sinks: { key: [{ at: 'exports.unflatten[0]', when: { version: '<5.0.1' } }] },
  flows: ['exports[0] -> ()', 'exports.unflatten[0] -> ()'],
});
