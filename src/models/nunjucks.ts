import { defineModel } from '../model/dsl.ts';

export const nunjucks = defineModel({
  modules: ['nunjucks'],
  types: { Env: ['exports', 'exports.{Environment,configure}()', ':Environment'] },
  sinks: {
    template: ['Env.renderString[0]', 'exports.{compile,precompileString,Template}[0]'],
    path: ['Env.{render,getTemplate}[0]'],
    html: ['exports.runtime.{SafeString,markSafe}[0]'],
  },
});
