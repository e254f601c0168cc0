import { defineModel } from '../model/dsl.ts';

export const mongoose = defineModel({
  modules: ['mongoose'],
  types: {
    Mongoose: ['exports', 'exports.default', 'exports.connection', 'Mongoose.{createConnection,connect}()', ':Connection'],
    Model: ['Mongoose.model()', 'Mongoose.Model', 'Model.{discriminator,where}()', ':Model'],
    Query: ['Model.{find,findOne,findById,findOneAndUpdate,findOneAndReplace,findOneAndDelete,findByIdAndUpdate,findByIdAndDelete,updateOne,updateMany,replaceOne,deleteOne,deleteMany,count,countDocuments,distinct,where,exists}()', 'Query.*()', 'Query.{find,findOne,where,and,or,nor,elemMatch,merge,setQuery,equals,in,nin,ne,gt,gte,lt,lte,regex,all,$where}()', ':Query'],
    Row: ['Model()', 'Model.{create,hydrate}()', 'Query.then[0](0)', ':{Document,HydratedDocument}'],
    'mongodb:Collection': ['Model.collection', 'Mongoose.db.collection()', 'Mongoose.collection()'],
  },
  sources: {
    database: ['Query.then[0](0)', 'Query.exec()', 'Model.aggregate()', 'Model.{find,findOne,findById}[1..3](1)'],
    error: ['Model.{find,findOne,findById,create,updateOne,deleteOne}[1..3](0)', 'Row.save[0..1](0)', "Mongoose.{on,once}('error')[1](0)"],
  },
  sinks: {
    // findById casts; a schema casts strings, but lets operators through unless sanitizeFilter is set
    nosql: [
      'Model.{find,findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,findOneAndRemove,updateOne,updateMany,replaceOne,deleteOne,deleteMany,remove,count,countDocuments,exists,where,aggregate,watch,update}[0]',
      'Model.{findOneAndUpdate,findByIdAndUpdate,updateOne,updateMany,update}[1]',
      'Model.distinct[1]',
      'Query.{find,findOne,where,and,or,nor,elemMatch,merge,setQuery,equals,in,nin,ne,gt,gte,lt,lte,regex,all}[0]',
      'Query.{where,elemMatch}[1]',
      'Model.bulkWrite[0]',
    ],
    code: ['Model.{find,findOne,count,countDocuments}[0].$where', 'Model.$where[0]', 'Query.$where[0]'],
    fields: ['Model.{create,insertMany,insertOne}[0]', 'Model[0]', 'Model.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,replaceOne,findOneAndReplace}[1]', 'Row.{set,overwrite,updateOne}[0]', 'Model.{updateOne,updateMany,findByIdAndUpdate,findOneAndUpdate}[1].$set'],
  },
  sanitizers: { nosql: ['Mongoose.sanitizeFilter()'], '*': ['Mongoose.Types.ObjectId()', 'Mongoose.Types.ObjectId.createFromHexString()'] },
  guards: { '*': ['Mongoose.isObjectIdOrHexString[0]'] },
  flows: ['Mongoose.{sanitizeFilter,trusted}[0] -> ()'],
});
