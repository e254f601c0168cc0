import { defineModel } from '../model/dsl.ts';

/** What is written percent-encoded, unless it is asked not to. */
const encoded = ['exports.{escape,encode}()', { at: 'stringify()', when: { '[1].encode': { is: 'absent' } } }, { at: 'stringify()', when: { '[1].encode': true } }] as const;
const text = ['exports.{escape,unescape,stringify,encode,stringifyUrl,extract,pick,exclude}()'];

export const nodeQuerystring = defineModel({
  modules: ['querystring', 'qs', 'query-string', 'picoquery', 'fast-querystring'],
  sanitizers: { html: encoded, url: encoded, redirect: encoded, header: encoded, log: encoded, nosql: text, fields: text },
  flows: [
    'exports.{escape,extract,pick,exclude}[0] -> ()',
    'exports.{stringify,encode}[0].* -> ()',
    // its query is encoded
    'stringifyUrl[0].url -> ()',
    { flow: 'exports.{parse,decode,unescape,parseUrl}[0] -> ()', again: ['path', 'url', 'redirect', 'html', 'header', 'log', 'template', 'sql', 'command', 'argument', 'code', 'nosql', 'fields', 'key'] },
  ],
});
