import { defineModel } from '../model/dsl.ts';

/** The rest, whose calls look alike. */
export const templateEngines = defineModel({
  modules: ['eta', 'dot', 'mustache', 'hogan.js', 'liquidjs', 'underscore', 'squirrelly', 'art-template', 'swig', 'swig-templates'],
  types: { Engine: ['exports', 'exports.{Eta,Liquid,Swig}()', ':{Eta,Liquid}'] },
  sinks: {
    template: [
      'Engine.{renderString,renderStringAsync,compile,compileToString,template,parse,parseAndRender,parseAndRenderSync,precompile}[0]',
      // of an instance of Eta it is the name
      'exports.{render,renderAsync}[0]',
      // the expressions of Liquid
      'Engine.{evalValue,evalValueSync}[0]',
      'Engine.loadTemplate[1]',
      // options may be mixed into the data
      { at: 'exports.renderFile[1]', shaped: true },
    ],
    path: ['Engine.{renderFile,renderFileSync,parseFile,parseFileSync,compileFile}[0]'],
  },
});
