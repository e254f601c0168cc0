import { defineModel } from '../model/dsl.ts';

/** Recursive merging of before it left `__proto__` out: CVE-2020-28499. */
export const merge = defineModel({
  modules: ['merge'],
  sinks: { key: [{ at: 'exports.recursive[0..]', when: { version: '<2.1.1' } }] },
  flows: ['exports[0..] -> ()', 'exports.recursive[0..] -> ()'],
});
