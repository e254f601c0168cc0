import { defineModel } from '../model/dsl.ts';

export const got = defineModel({
  modules: ['got', 'ky'],
  types: {
    Got: ['exports', 'exports.got', 'Got.{extend,create}()', ':{Got,KyInstance}'],
    Answer: ['Got()', 'Got.{get,post,put,patch,delete,head}()'],
  },
  sources: { network: ['Answer.{body,headers,statusMessage}', 'Answer.{json,text,buffer,arrayBuffer,blob,formData}()', "Got.stream().on('data')[1](0)"] },
  sinks: { url: ['Got[0]', 'Got.{get,post,put,patch,delete,head,stream,paginate}[0]', 'Got[0].url', 'Got[1].{prefixUrl,prefix,baseUrl}', 'Got.extend[0].{prefixUrl,prefix,baseUrl}'] },
  marks: {
    connects: ['Got', 'Got.{get,post,put,patch,delete,head}'],
    certificates: ['Got[1].https.rejectUnauthorized', 'Got.{get,post,put,patch,delete,head,stream}[1].https.rejectUnauthorized', 'Got.extend[0].https.rejectUnauthorized'],
  },
});
