import { defineModel } from '../model/dsl.ts';

/** Paths that led to the prototype: CVE-2020-8116. */
export const dotProp = defineModel({
  modules: ['dot-prop'],
  sinks: { key: [{ at: 'exports.set[1]', when: { version: '<4.2.1 || >=5.0.0 <5.1.1' } }] },
  flows: ['exports.get[0] -> ()', 'exports.get[2] -> ()'],
});
