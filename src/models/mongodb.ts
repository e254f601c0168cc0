import { defineModel } from '../model/dsl.ts';

export const mongodb = defineModel({
  modules: ['mongodb'],
  types: {
    Client: ['MongoClient()', 'MongoClient.connect()', 'Client.connect()', ':MongoClient'],
    Db: ['Client.db()', 'MongoClient.connect[1..2](1)', ':Db'],
    Collection: ['Db.{collection,createCollection}()', 'Db.collection[1..2](1)', ':Collection', '~collection'],
    Cursor: ['Collection.{find,aggregate}()', 'Cursor.{filter,map}()', 'Cursor.*()', ':{FindCursor,AggregationCursor}'],
  },
  sources: {
    database: ['Collection.{findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,distinct}()', 'Collection.findOne[1..2](1)', 'Cursor.{toArray,next,tryNext}()', 'Cursor.{forEach,map}[0](0)'],
    error: ['Collection.{findOne,insertOne,updateOne,deleteOne}[1..3](0)', 'Cursor.toArray[0](0)', 'MongoClient.connect[1..2](0)'],
  },
  sinks: {
    nosql: [
      'Collection.{find,findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,updateOne,updateMany,replaceOne,deleteOne,deleteMany,count,countDocuments,aggregate,watch,remove,update}[0]',
      'Collection.{findOneAndUpdate,updateOne,updateMany,update}[1]',
      'Collection.distinct[1]',
      'Collection.bulkWrite[0]',
      'Db.{aggregate,command}[0]',
      'Cursor.filter[0]',
    ],
    // text that the server runs
    code: ['Collection.{find,findOne,count,countDocuments}[0].$where', 'Collection.mapReduce[0..1]', 'Db.eval[0]'],
    fields: ['Collection.{insertOne,insertMany,insert}[0]', 'Collection.{replaceOne,findOneAndReplace}[1]', 'Collection.{updateOne,updateMany,findOneAndUpdate}[1].$set'],
  },
  sanitizers: { '*': ['exports.{ObjectId,ObjectID,Int32,Double,Long}()', 'ObjectId.createFromHexString()'] },
});
