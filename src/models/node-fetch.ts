import { defineModel } from '../model/dsl.ts';

const filters = { notApi: 'request-filtering-agent:Agent' };

export const nodeFetch = defineModel({
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'make-fetch-happen', 'ofetch', 'wretch'],
  types: { Fetch: ['exports', 'exports.{fetch,ofetch,$fetch}'], 'global:WebResponse': ['Fetch()'] },
  sinks: { url: [{ at: 'Fetch[0]', when: { '[1].agent': filters } }, 'Fetch[1].{baseURL,baseUrl}'] },
  marks: { connects: ['Fetch'] },
});
