import { defineModel } from '../model/dsl.ts';

export const pug = defineModel({
  modules: ['pug', 'jade'],
  sinks: { template: ['exports.{render,compile,compileClient}[0]', 'exports.{render,renderFile}[1]'], path: ['exports.{renderFile,compileFile}[0]'] },
});
