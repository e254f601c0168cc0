import { defineModel } from '../model/dsl.ts';

export const xpath = defineModel({
  modules: ['xpath', 'xpath-ts'],
  sinks: { xpath: ['exports.{select,select1,evaluate,parse,createExpression,selectWithResolver}[0]', 'exports.useNamespaces()[0]'] },
});
