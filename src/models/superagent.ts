import { defineModel } from '../model/dsl.ts';

const verbs = '{get,post,put,patch,delete,del,head,options}';
const called = '[1..3](1)';

/** Clients that are called with a verb and a URL, or by a method of the verb's name. */
export const superagent = defineModel({
  modules: ['superagent', 'needle'],
  types: {
    Client: ['exports', 'exports.agent()'],
    Answer: ['Client()', `Client.${verbs}()`, 'Client.request()', 'Answer.*()', 'Answer.end[0](1)', `Client.${verbs}${called}`, 'Client.request[2..4](1)'],
  },
  sources: {
    network: ['Answer.{body,text,headers,header,raw}', 'Answer.get()', `Client.${verbs}[1..3](2)`],
    error: ['Answer.end[0](0)', `Client.${verbs}[1..3](0)`, 'Client.request[2..4](0)'],
  },
  sinks: { url: ['Client[0]', { at: 'Client[1]', when: { '[0]': /^[a-z]+$/i } }, `Client.${verbs}[0]`, 'Client.request[1]'] },
  marks: { connects: ['Client', `Client.${verbs}`], certificates: [`Client.${verbs}[1..2].rejectUnauthorized`, 'Client.request[2..3].rejectUnauthorized'] },
});
