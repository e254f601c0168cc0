import { defineModel } from '../model/dsl.ts';

export const monk = defineModel({
  modules: ['monk'],
  types: {
    Manager: ['exports()'],
    Collection: ['Manager.{get,create}()', ':ICollection'],
    Filter: ['Collection.{find,findOne,findOneAndUpdate,findOneAndDelete,update,remove,count}[0]', 'Collection.distinct[1]', 'Filter.{$or,$and,$nor}.*'],
  },
  sources: { database: ['Collection.{find,findOne,findOneAndUpdate,findOneAndDelete,aggregate,distinct}()'] },
  sinks: {
    nosql: [{ at: 'Filter', equals: '$eq' }, { at: 'Collection.aggregate[0]', equals: '$eq' }, { at: 'Collection.{update,findOneAndUpdate}[1]', whole: true }],
    code: [{ at: 'Filter.$where', inDatabase: true }, { at: 'Collection.mapReduce[0..1]', inDatabase: true }],
    regex: [{ at: 'Filter.*.$regex', inDatabase: true }],
    fields: ['Collection.insert[0]', 'Collection.{update,findOneAndUpdate}[1].$set'],
  },
  labels: { data: ['Filter.*.{$eq,$ne,$gt,$gte,$lt,$lte,$in,$nin,$size,$exists,$type,$mod,$regex,$options,$search}', 'Filter.$where'] },
  sanitizers: { '*': ['exports.id()', 'Manager.id()'] },
});
