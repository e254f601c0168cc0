import { defineModel } from '../model/dsl.ts';

/** Expat, which replaces the entities that a text declares for itself. */
export const nodeExpat = defineModel({
  modules: ['node-expat', 'xml2json'],
  types: { Parser: ['exports.Parser()', 'createParser()', ':Parser'] },
  sinks: { xml: ['Parser.{write,parse,end}[0]', 'exports.toJson[0]'] },
  flows: [{ flow: 'exports.toJson[0] -> ()', again: ['nosql', 'fields', 'key'] }],
});
