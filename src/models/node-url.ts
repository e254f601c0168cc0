import { defineModel } from '../model/dsl.ts';

export const nodeUrl = defineModel({
  modules: ['url', 'whatwg-url'],
  types: {
    'global:UrlClass': ['exports.URL'],
    'global:ParamsClass': ['exports.URLSearchParams'],
    Parsed: ['exports.{parse,resolveObject}()'],
  },
  sanitizers: {
    url: ['Parsed.{pathname,search,query,hash,path}', 'exports.pathToFileURL()'],
    '*': ['Parsed.port'],
    nosql: ['Parsed.{href,host,hostname,pathname,search,hash}'],
    log: ['Parsed.{href,host,hostname,pathname,search,hash,path}'],
  },
  // legacy parse() and a browser disagree about hosts: a check of what it gives is one all the same
  guards: { url: ['Parsed.{host,hostname}'], redirect: ['Parsed.{host,hostname}'] },
  flows: [
    // parse(url, true) decodes the query
    { flow: 'exports.{parse,fileURLToPath}[0] -> ()', again: ['log'] },
    'exports.{domainToASCII,domainToUnicode,pathToFileURL,urlToHttpOptions}[0] -> ()',
    'exports.{resolve,resolveObject}[0..1] -> ()',
    'exports.format[0].* -> ()',
    'Parsed.format[this] -> ()',
  ],
});
