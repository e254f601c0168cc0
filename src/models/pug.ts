import { defineModel } from '../model/dsl.ts';

export const pug = defineModel({
  modules: ['pug', 'jade'],
  // data and options are one object
  sinks: {
    template: ['exports.{render,compile,compileClient,compileClientWithDependenciesTracked}[0]', { at: 'exports.{render,renderFile}[1]', shaped: true }],
    path: ['exports.{renderFile,compileFile,compileFileClient}[0]'],
  },
});
