import { defineModel } from '../model/dsl.ts';

const verbs = '{get,post,put,patch,delete,del,head,options}';

/** A URL, or options with one; what comes back is handed to a callback, and by its promises as the body alone. */
export const request = defineModel({
  modules: ['request', 'request-promise', 'request-promise-native', 'request-promise-any'],
  types: {
    Client: ['exports', 'Client.{defaults,forever}()'],
    Call: ['Client()', `Client.${verbs}()`, 'Call.{on,once,form,auth,qs,json}()'],
    Answer: ['Client[1..2](1)', `Client.${verbs}[1..2](1)`, "Call.{on,once}('response')[1](0)"],
  },
  sources: {
    network: ['Answer.{body,headers,statusMessage}', 'Client[1..2](2)', `Client.${verbs}[1..2](2)`, "Call.{on,once}('data')[1](0)", "Call.then[0](0)"],
    error: ['Client[1..2](0)', `Client.${verbs}[1..2](0)`, "Call.{on,once}('error')[1](0)"],
  },
  sinks: {
    url: ['Client[0]', `Client.${verbs}[0]`, 'Client[0..1].{url,uri,baseUrl}', `Client.${verbs}[0..1].{url,uri,baseUrl}`, 'Client.defaults[0].{url,uri,baseUrl}'],
  },
  marks: {
    connects: ['Client', `Client.${verbs}`],
    certificates: ['Client[0..1].{rejectUnauthorized,strictSSL}', `Client.${verbs}[0..1].{rejectUnauthorized,strictSSL}`, 'Client.defaults[0].{rejectUnauthorized,strictSSL}'],
  },
});
