import { defineModel } from '../model/dsl.ts';

export const superagent = defineModel({
  modules: ['superagent', 'needle', 'request', 'request-promise', 'request-promise-native'],
  types: { Answer: ['exports()', 'exports.{get,post,put,patch,delete,del,head,agent}()', 'Answer.*()'] },
  sources: { network: ['Answer.{body,text,headers}', 'exports.{get,post,put,patch,delete,head}[1..3](1).body', 'exports[1..2](1).body'], error: ['exports[1..2](0)', 'exports.{get,post,put,patch,delete,head}[1..3](0)'] },
  sinks: { url: ['exports[0..1]', 'exports.{get,post,put,patch,delete,del,head,options}[0]', 'exports[0].{url,uri,baseUrl}', 'exports.{get,post,put,patch,delete,del,head}[0].{url,uri,baseUrl}'] },
});
