import { libxmljs } from '../../src/models/libxmljs.ts';
import { describeModel, flow, mark, sink, way } from './harness.ts';

const parse = 'exports.{parseXml,parseXmlAsync,parseXmlString,parseHtml,parseHtmlFragment,parseHtmlString}';

describeModel(libxmljs, "import lib, { Document } from 'libxmljs';", [
  way('Node', `${parse}()`, 'lib.EACH(text).get(INPUT);'),
  way('Node', 'Node.{get,root,child,parent}()', 'lib.parseXml(text).EACH().find(INPUT);'),
  way('Node', 'Node.{find,childNodes}().*', 'lib.parseXml(text).EACH("a")[0].get(INPUT);'),
  way('Node', 'exports.Document()', 'new Document().get(INPUT);'),
  way('Node', ':{Document,Element,XMLDocument,XMLElement}', 'export const f = (x: lib.EACH) => x.get(INPUT);'),
  sink('xml', `${parse}[0]#1`, 'lib.EACH(INPUT, { noent: true });', 'lib.EACH(INPUT, { noent: false });', 'lib.EACH(INPUT);'),
  sink('xml', `${parse}[0]#2`, 'lib.EACH(INPUT, { replaceEntities: true });', 'lib.EACH(INPUT, { replaceEntities: false });'),
  sink('xml', `${parse}[0]#3`, 'lib.EACH(INPUT, { dtdload: true });', 'lib.EACH(INPUT, { dtdload: false });'),
  sink('xml', `${parse}[0]#4`, 'lib.EACH(INPUT, { dtdvalid: true });', 'lib.EACH(INPUT, { dtdvalid: false });'),
  sink('xml', `${parse}[0]#5`, 'lib.EACH(INPUT, { nonet: false });', 'lib.EACH(INPUT, { nonet: true });'),
  sink('xpath', 'Node.{get,find}[0]', 'lib.parseXml(text).EACH(INPUT);', 'lib.parseXml(text).EACH("//name");'),
  flow(`${parse}[0] -> ()`, 'SINK(lib.EACH(INPUT));'),
  flow('Node.{get,find,root,child,childNodes,attr,attrs,text,value,toString}[this] -> ()', 'SINK(lib.parseXml(INPUT).EACH());'),
  mark('entities', parse, 'lib.EACH(text);'),
]);
