import { defineModel } from '../model/dsl.ts';

export const mongodb = defineModel({
  modules: ['mongodb'],
  types: {
    Client: ['MongoClient()', 'MongoClient.connect()', 'Client.connect()', ':MongoClient'],
    Db: ['Client.db()', 'MongoClient.connect[1..2](1)', ':Db'],
    Collection: ['Db.{collection,createCollection}()', 'Db.collection[1..2](1)', ':Collection'],
    Cursor: ['Collection.{find,aggregate}()', 'Cursor.{filter,map}()', 'Cursor.*()', ':{FindCursor,AggregationCursor}'],
    Filter: [
      'Collection.{find,findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,updateOne,updateMany,replaceOne,deleteOne,deleteMany,count,countDocuments,remove,update}[0]',
      'Collection.distinct[1]',
      'Collection.bulkWrite[0].{updateOne,updateMany,replaceOne,deleteOne,deleteMany}.filter',
      'Collection.aggregate[0].*.$match',
      'Cursor.filter[0]',
      'Filter.{$or,$and,$nor}.*',
    ],
  },
  sources: {
    database: ['Collection.{findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,distinct}()', 'Collection.findOne[1..2](1)', 'Cursor.{toArray,next,tryNext}()', 'Cursor.{forEach,map}[0](0)'],
    error: ['Collection.{findOne,insertOne,updateOne,deleteOne}[1..3](0)', 'Cursor.toArray[0](0)', 'MongoClient.connect[1..2](0)'],
  },
  sinks: {
    nosql: [
      { at: 'Filter', equals: '$eq' },
      { at: 'Collection.{aggregate,watch}[0]', equals: '$eq' },
      'Db.{aggregate,command}[0]',
      // operators are at the top of an update; below them stands data
      { at: 'Collection.{findOneAndUpdate,updateOne,updateMany,update}[1]', whole: true },
      { at: 'Collection.bulkWrite[0]', whole: true },
      { at: 'Collection.bulkWrite[0].{updateOne,updateMany}.update', whole: true },
    ],
    code: [
      { at: 'Filter.$where', inDatabase: true },
      { at: 'Filter.$expr.$function.body', inDatabase: true },
      { at: 'Collection.aggregate[0].*.{$addFields,$set,$project}.*.$function.body', inDatabase: true },
      { at: 'Collection.mapReduce[0..1]', inDatabase: true },
      { at: 'Db.eval[0]', inDatabase: true },
    ],
    regex: [{ at: 'Filter.*.$regex', inDatabase: true }, { at: 'Filter.*.$not.$regex', inDatabase: true }],
    fields: [
      'Collection.{insertOne,insertMany,insert}[0]',
      'Collection.{replaceOne,findOneAndReplace}[1]',
      'Collection.{updateOne,updateMany,findOneAndUpdate,update}[1].{$set,$setOnInsert}',
      'Collection.bulkWrite[0].insertOne.document',
      'Collection.bulkWrite[0].{updateOne,updateMany}.update.$set',
    ],
  },
  labels: { data: ['Filter.*.{$eq,$ne,$gt,$gte,$lt,$lte,$in,$nin,$size,$exists,$type,$mod,$regex,$options,$search}', 'Filter.$where'] },
  // `new ObjectId(x)` hands nothing on
  sanitizers: { '*': ['exports.{ObjectID,Int32,Double,Long}()', 'ObjectId.createFromHexString()'] },
  marks: { anyCertificate: ['exports.MongoClient[1].{tlsInsecure,tlsAllowInvalidCertificates,tlsAllowInvalidHostnames}', 'MongoClient.connect[1].{tlsInsecure,tlsAllowInvalidCertificates,tlsAllowInvalidHostnames}'], connection: ['exports.MongoClient[0]', 'MongoClient.connect[0]'] },
});
