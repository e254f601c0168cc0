import { defineModel } from '../model/dsl.ts';

export const jsdom = defineModel({
  modules: ['jsdom'],
  sinks: { url: ['exports.JSDOM.fromURL[0]'], path: ['exports.JSDOM.fromFile[0]'] },
});
