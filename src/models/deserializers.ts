import { defineModel } from '../model/dsl.ts';

/** Packages that run code found in what they read. */
export const deserializers = defineModel({
  modules: ['node-serialize', 'serialize-to-js', 'funcster', 'cryo', 'json-fn', 'jsonfn'],
  sinks: { deserialize: ['exports.{unserialize,deserialize,deepDeserialize,parse}[0]', 'exports.JSONfn.parse[0]'] },
  flows: [{ flow: 'exports.{unserialize,deserialize,deepDeserialize,parse}[0] -> ()', again: ['nosql', 'fields', 'key'] }],
});
