import { defineModel } from '../model/dsl.ts';

export const busboy = defineModel({
  modules: ['busboy', '@fastify/busboy', 'connect-busboy'],
  types: { Parser: ['exports()', 'exports.Busboy()'] },
  sources: {
    remote: [
      { at: "Parser.on('file')[1](0)", never: ['nosql', 'fields'] },
      // its `filename`; before 1 the name itself
      { at: "Parser.on('file')[1](2)", never: ['nosql', 'fields'] },
      { at: "Parser.on('field')[1](0..1)", never: ['nosql', 'fields'] },
      { at: "Parser.on('file')[1](1).on('data')[1](0)", never: ['nosql', 'fields'] },
    ],
  },
});
