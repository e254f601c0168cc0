import { defineModel } from '../model/dsl.ts';

export const bson = defineModel({
  modules: ['bson', 'bson-ext', 'mongodb'],
  types: { Bson: ['exports', 'exports.BSON', 'Bson()'] },
  sinks: { deserialize: [{ at: 'Bson.deserialize[0]', when: { '[1].evalFunctions': true } }, { at: 'Bson.deserializeStream[0]', when: { '[5].evalFunctions': true } }] },
  flows: [{ flow: 'Bson.deserialize[0] -> ()', again: ['nosql', 'fields', 'key'] }, 'Bson.serialize[0] -> ()'],
});
