import { defineModel } from '../model/dsl.ts';

/** The rest, whose calls look alike. */
export const templateEngines = defineModel({
  modules: ['eta', 'dot', 'mustache', 'hogan.js', 'liquidjs', 'underscore', 'squirrelly', 'art-template', 'swig', 'swig-templates'],
  types: { Engine: ['exports', 'exports.default', 'exports.{Eta,Liquid,Swig}()'] },
  sinks: {
    template: ['Engine.{renderString,renderStringAsync,compile,compileFn,template,parse,parseAndRender,parseAndRenderSync}[0]', 'exports.{render,renderAsync}[0]'],
    path: ['Engine.{renderFile,renderFileSync}[0]'],
  },
});
