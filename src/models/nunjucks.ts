import { defineModel } from '../model/dsl.ts';

export const nunjucks = defineModel({
  modules: ['nunjucks'],
  types: { Env: ['exports', 'exports.{Environment,configure}()'] },
  sinks: { template: ['Env.{renderString,compile}[0]', 'exports.Template[0]'], path: ['Env.{render,getTemplate}[0]'], html: ['exports.runtime.{SafeString,markSafe}[0]'] },
});
