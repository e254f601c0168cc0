import { defineModel } from '../model/dsl.ts';

/** Paths that led to the prototype: CVE-2022-25645, CVE-2024-21529. */
export const dset = defineModel({
  modules: ['dset', 'dset/merge'],
  sinks: { key: [{ at: 'exports[1]', when: { version: '<3.1.4' } }, { at: 'exports.dset[1]', when: { version: '<3.1.4' } }] },
});
