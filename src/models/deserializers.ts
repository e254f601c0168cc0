import { defineModel } from '../model/dsl.ts';

/** Packages that run code found in what they read. */
export const deserializers = defineModel({
  modules: ['node-serialize', 'serialize-to-js', 'funcster', 'cryo', 'serialijse'],
  sinks: { deserialize: ['exports.{unserialize,deserialize,deepDeserialize,parse}[0]'] },
});
