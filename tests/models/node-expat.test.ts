import { nodeExpat } from '../../src/models/node-expat.ts';
import { describeModel, flow, sink, way } from './harness.ts';

describeModel(nodeExpat, "import expat, { Parser } from 'node-expat'; import { toJson } from 'xml2json';", [
  way('Parser', 'exports.Parser()', 'new Parser("UTF-8").write(INPUT);'),
  way('Parser', 'createParser()', 'expat.createParser().write(INPUT);'),
  way('Parser', ':Parser', 'export const f = (p: Parser) => p.write(INPUT);'),
  sink('xml', 'Parser.{write,parse,end}[0]', 'new Parser("UTF-8").EACH(INPUT);', 'new Parser("UTF-8").EACH("<a/>");'),
  sink('xml', 'exports.toJson[0]', 'toJson(INPUT);', 'toJson("<a/>");'),
  flow('exports.toJson[0] -> ()', 'SINK(toJson(INPUT).name);'),
]);
