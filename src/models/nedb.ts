import { defineModel } from '../model/dsl.ts';

// a database in the process that speaks the language of MongoDB
export const nedb = defineModel({
  modules: ['@seald-io/nedb', 'nedb', 'nedb-promises'],
  types: {
    Store: ['exports()', 'exports.create()', ':Datastore'],
    Filter: ['Store.{find,findOne,count,update,remove,findAsync,findOneAsync,countAsync,updateAsync,removeAsync,updateOne,updateMany,deleteOne,deleteMany}[0]', 'Filter.{$or,$and}.*'],
  },
  sources: {
    database: ['Store.{find,findOne,findAsync,findOneAsync}()', 'Store.{find,findOne}[1..2](1)'],
    error: ['Store.{find,findOne,insert,update,remove}[1..3](0)'],
  },
  sinks: {
    nosql: ['Filter', { at: 'Store.{update,updateAsync,updateOne,updateMany}[1]', whole: true }],
    regex: [{ at: 'Filter.*.$regex', inDatabase: true }],
    fields: ['Store.{insert,insertAsync,insertOne,insertMany}[0]', 'Store.{update,updateAsync}[1].$set'],
  },
  labels: { data: ['Filter.*.{$ne,$gt,$gte,$lt,$lte,$in,$nin,$size,$exists,$regex}'] },
});
