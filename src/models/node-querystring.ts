import { defineModel } from '../model/dsl.ts';

export const nodeQuerystring = defineModel({
  modules: ['querystring', 'qs', 'query-string', 'picoquery', 'fast-querystring'],
  sanitizers: {
    html: ['exports.{escape,stringify,encode}()'],
    url: ['exports.{escape,stringify,encode}()'],
    redirect: ['exports.{escape,stringify,encode}()'],
    header: ['exports.{escape,stringify,encode}()'],
    log: ['exports.{escape,stringify,encode}()'],
    nosql: ['exports.{escape,unescape,stringify,encode}()'],
  },
  flows: [
    'exports.{escape,stringify,encode,stringifyUrl}[0] -> ()',
    'exports.{stringify,encode,stringifyUrl}[0].* -> ()',
    { flow: 'exports.{parse,decode,unescape,parseUrl,extract}[0] -> ()', again: ['path', 'url', 'redirect', 'html', 'header', 'log', 'nosql', 'fields', 'key'] },
  ],
});
