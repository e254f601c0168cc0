import { defineModel } from '../model/dsl.ts';

export const pug = defineModel({
  modules: ['pug', 'jade'],
  types: { Pug: ['exports', 'exports.default'] },
  // data and options are one object
  sinks: {
    template: ['Pug.{render,compile,compileClient,compileClientWithDependenciesTracked}[0]', { at: 'Pug.{render,renderFile}[1]', shaped: true }],
    path: ['Pug.{renderFile,compileFile,compileFileClient}[0]'],
  },
});
