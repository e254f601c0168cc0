import { defineModel } from '../model/dsl.ts';

/** Deep, where the first argument is `true`, it followed `__proto__`: CVE-2018-16492. */
export const extend = defineModel({
  modules: ['extend'],
  sinks: { key: [{ at: 'exports[2..]', when: { '[0]': true, version: '<2.0.2 || >=3.0.0 <3.0.2' } }] },
  flows: ['exports[0..] -> ()'],
});
