import { defineModel } from '../model/dsl.ts';

export const nunjucks = defineModel({
  modules: ['nunjucks'],
  types: { Nunjucks: ['exports', 'exports.default'], Env: ['Nunjucks', 'Nunjucks.{Environment,configure}()', ':Environment'] },
  sinks: {
    template: ['Env.renderString[0]', 'Nunjucks.{compile,precompileString,Template}[0]'],
    path: ['Env.{render,getTemplate}[0]'],
    html: ['Nunjucks.runtime.{SafeString,markSafe}[0]'],
  },
});
