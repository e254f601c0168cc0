import { defineModel } from '../model/dsl.ts';

/** Merging of before it left `__proto__` out: CVE-2018-3728, CVE-2020-36604. */
export const hoek = defineModel({
  modules: ['@hapi/hoek', 'hoek'],
  sinks: { key: [{ at: 'exports.{merge,applyToDefaults}[1]', when: { version: '<4.2.1 || >=5.0.0 <5.0.3 || >=6.0.0 <8.5.1 || >=9.0.0 <9.0.3' } }] },
  flows: ['exports.{merge,applyToDefaults}[0..1] -> ()', 'exports.clone[0] -> ()'],
});
