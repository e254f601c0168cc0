import { defineModel } from '../model/dsl.ts';

export const ejs = defineModel({
  modules: ['ejs'],
  // options may be mixed into the data, and name functions of the compiled template (CVE-2022-29078)
  sinks: { template: ['exports.{render,compile,Template}[0]', { at: 'exports.{render,renderFile}[1]', shaped: true }], path: ['exports.renderFile[0]'] },
});
