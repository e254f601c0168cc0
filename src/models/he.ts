import { defineModel } from '../model/dsl.ts';

export const he = defineModel({
  modules: ['he'],
  sanitizers: { html: ['exports.{encode,escape}()'] },
  flows: ['exports.{encode,escape}[0] -> ()', { flow: 'exports.{decode,unescape}[0] -> ()', again: ['html'] }],
});
