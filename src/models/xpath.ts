import { defineModel } from '../model/dsl.ts';

export const xpath = defineModel({
  modules: ['xpath'],
  sinks: { xpath: ['exports.{select,select1,evaluate,parse,selectWithResolver}[0]', 'exports.useNamespaces()[0]'] },
});
