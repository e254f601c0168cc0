import { defineModel } from '../model/dsl.ts';

/** It does what its options name, of tokens and headers. */
export const lusca = defineModel({
  modules: ['lusca'],
  types: {
    Guard: [{ at: 'exports()', when: { '[0].csrf': { is: 'present' } } }, 'exports.csrf()'],
    Headers: [{ at: 'exports()', when: { '[0].csp': { is: 'present' } } }, { at: 'exports()', when: { '[0].xframe': { is: 'present' } } }, 'exports.{csp,xframe,hsts,nosniff}()'],
    Other: ['exports()', 'exports.*()'],
  },
  marks: { csrf: ['Guard'], headers: ['Headers'], plain: ['Other'], protects: ['exports[0].{csp,hsts}', 'exports.csp[0].policy', 'exports.hsts[0].maxAge'] },
});
