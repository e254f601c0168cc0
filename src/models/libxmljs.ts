import { defineModel } from '../model/dsl.ts';

const parse = 'exports.{parseXml,parseXmlAsync,parseXmlString,parseHtml,parseHtmlFragment,parseHtmlString}';
const text = `${parse}[0]`;

export const libxmljs = defineModel({
  modules: ['libxmljs', 'libxmljs2'],
  types: { Node: [`${parse}()`, 'Node.{get,root,child,parent}()', 'Node.{find,childNodes}().*', 'exports.Document()', ':{Document,Element,XMLDocument,XMLElement}'] },
  sinks: {
    xml: [
      // entities and DTDs are left alone unless it is asked for
      { at: text, when: { '[1].noent': true } },
      { at: text, when: { '[1].replaceEntities': true } },
      { at: text, when: { '[1].dtdload': true } },
      { at: text, when: { '[1].dtdvalid': true } },
      { at: text, when: { '[1].nonet': false } },
    ],
    xpath: ['Node.{get,find}[0]'],
  },
  flows: [`${text} -> ()`, 'Node.{get,find,root,child,childNodes,attr,attrs,text,value,toString}[this] -> ()'],
  marks: { entities: [parse] },
});
