import { defineModel } from '../model/dsl.ts';

const parse = 'exports.{parseXml,parseXmlAsync,parseXmlString,parseHtml}[0]';

export const libxmljs = defineModel({
  modules: ['libxmljs', 'libxmljs2'],
  sinks: { xml: [{ at: parse, when: { '[1].noent': true } }, { at: parse, when: { '[1].replaceEntities': true } }, { at: parse, when: { '[1].dtdload': true } }], xpath: ['exports.{parseXml,parseXmlString,parseHtml}().{get,find}[0]'] },
  flows: ['exports.{parseXml,parseXmlAsync,parseXmlString,parseHtml}[0] -> ()'],
});
