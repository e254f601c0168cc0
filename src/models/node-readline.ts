import { defineModel } from '../model/dsl.ts';

export const nodeReadline = defineModel({
  modules: ['readline', 'readline/promises'],
  types: { Lines: ['exports.{createInterface,Interface}()', 'exports.promises.{createInterface,Interface}()', ':Interface'] },
  sources: { cli: ["Lines.{on,once}('line')[1](0)", 'Lines.question()', 'Lines.question[1..2](0)'] },
});
