import { sax } from '../../src/models/sax.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(sax, "import sax from 'sax'; const parser = sax.parser(true);", [
  way('Parser', 'exports.{parser,SAXParser,createStream,SAXStream,SaxesParser}()', 'sax.EACH(true).ENTITIES[name] = INPUT;'),
  way('Parser', ':{SAXParser,SAXStream,SaxesParser}', 'export const f = (p: sax.EACH) => { p.ENTITIES[name] = INPUT; };'),
  source('remote', 'Parser.ondoctype=(0)', 'parser.ondoctype = (dtd) => SINK(dtd);'),
  source('remote', "Parser.on('doctype')[1](0)", 'parser.on("doctype", (dtd) => SINK(dtd));'),
  sink('xml', 'Parser.ENTITIES.*=', 'parser.ENTITIES[name] = INPUT;', 'parser.ENTITIES.shop = "Shop";'),
]);
