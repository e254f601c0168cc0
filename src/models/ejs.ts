import { defineModel } from '../model/dsl.ts';

export const ejs = defineModel({
  modules: ['ejs'],
  types: { Ejs: ['exports', 'exports.default'] },
  // options may be mixed into the data, and name functions of the compiled template (CVE-2022-29078)
  sinks: { template: ['Ejs.{render,compile,Template}[0]', { at: 'Ejs.{render,renderFile}[1]', shaped: true }], path: ['Ejs.renderFile[0]'] },
});
