import { defineModel } from '../model/dsl.ts';

export const entities = defineModel({
  modules: ['entities', 'html-entities'],
  sanitizers: { html: ['exports.{encode,escape,encodeHTML,encodeXML,encodeNonAsciiHTML,escapeUTF8,escapeText}()'] },
  flows: [
    'exports.{encode,escape,encodeHTML,encodeXML,encodeNonAsciiHTML,escapeUTF8,escapeText,escapeAttribute}[0] -> ()',
    { flow: 'exports.{decode,decodeHTML,decodeXML,decodeHTMLStrict,decodeEntity}[0] -> ()', again: ['html'] },
  ],
});
