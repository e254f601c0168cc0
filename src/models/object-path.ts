import { defineModel } from '../model/dsl.ts';

/** Paths that led to the prototype: CVE-2020-15256, CVE-2021-23434. */
export const objectPath = defineModel({
  modules: ['object-path'],
  sinks: { key: [{ at: 'exports.{set,push,insert,ensureExists,empty,del}[1]', when: { version: '<0.11.8' } }] },
  flows: ['exports.get[0] -> ()', 'exports.get[2] -> ()'],
});
