import { defineModel } from '../model/dsl.ts';

export const nodeV8 = defineModel({
  modules: ['v8'],
  sinks: { deserialize: ['exports.{deserialize,Deserializer,DefaultDeserializer}[0]'], path: ['exports.writeHeapSnapshot[0]'] },
  flows: ['exports.{serialize,deserialize}[0] -> ()'],
  marks: { blocking: ['exports.{writeHeapSnapshot,getHeapSnapshot}'] },
});
