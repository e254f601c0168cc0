import { defineModel } from '../model/dsl.ts';

/** Knows no entities but those that a handler of the DTD adds. */
export const sax = defineModel({
  modules: ['sax', 'saxes'],
  types: { Parser: ['exports.{parser,SAXParser,createStream,SAXStream,SaxesParser}()', ':{SAXParser,SAXStream,SaxesParser}'] },
  sources: {
    remote: [
      { at: 'Parser.ondoctype=(0)', as: 'the DTD', never: ['nosql', 'fields'] },
      { at: "Parser.on('doctype')[1](0)", as: 'the DTD', never: ['nosql', 'fields'] },
    ],
  },
  sinks: { xml: ['Parser.ENTITIES.*='] },
});
