import { defineModel } from '../model/dsl.ts';

export const mongoist = defineModel({
  modules: ['mongoist'],
  types: {
    Db: ['exports()'],
    // `db.users` is `db.collection('users')`
    Collection: ['Db.*', 'Db.collection()'],
    Filter: ['Collection.{find,findAsCursor,findOne,count,update,replaceOne,remove,deleteOne,deleteMany}[0]', 'Collection.distinct[1]', 'Collection.findAndModify[0].query', 'Filter.{$or,$and,$nor}.*'],
  },
  sources: { database: ['Collection.{find,findOne,findAndModify,aggregate,distinct}()'] },
  sinks: {
    nosql: [{ at: 'Filter', equals: '$eq' }, { at: 'Collection.{aggregate,aggregateAsCursor}[0]', equals: '$eq' }, 'Collection.runCommand[0]', { at: 'Collection.update[1]', whole: true }, { at: 'Collection.findAndModify[0].update', whole: true }],
    code: [{ at: 'Filter.$where', inDatabase: true }],
    regex: [{ at: 'Filter.*.$regex', inDatabase: true }],
    fields: ['Collection.{insert,insertOne,insertMany,save}[0]', 'Collection.replaceOne[1]', 'Collection.update[1].$set'],
  },
  labels: { data: ['Filter.*.{$eq,$ne,$gt,$gte,$lt,$lte,$in,$nin,$size,$exists,$type,$mod,$regex,$options,$search}', 'Filter.$where'] },
  sanitizers: { '*': ['exports.{ObjectId,ObjectID}()'] },
});
