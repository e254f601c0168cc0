import { defineModel } from '../model/dsl.ts';

export const nodeFetch = defineModel({
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'make-fetch-happen', 'ofetch'],
  types: { Fetch: ['exports', 'exports.{default,fetch,ofetch,$fetch}'], 'global:WebResponse': ['Fetch()'] },
  sinks: { url: ['Fetch[0]'] },
});
