import { defineModel } from '../model/dsl.ts';

export const mongoose = defineModel({
  modules: ['mongoose'],
  types: {
    Mongoose: ['exports', 'exports.connection', 'Mongoose.{createConnection,connect}()', ':Connection'],
    Model: ['Mongoose.model()', 'Mongoose.Model', 'Model.discriminator()', ':Model'],
    Query: ['Model.{find,findOne,findById,findOneAndUpdate,findOneAndReplace,findOneAndDelete,findByIdAndUpdate,findByIdAndDelete,updateOne,updateMany,replaceOne,deleteOne,deleteMany,countDocuments,distinct,where,exists,$where}()', 'Query.*()', 'Query.{find,findOne,where,and,or,nor,elemMatch,merge,setQuery,equals,regex,set,updateOne,select,$where}()', ':Query'],
    // with a field that is left out unless it is asked for
    Full: [{ at: 'Query.select()', when: { '[0]': /\+\w*(?:password|passwd|hash|secret|token)/i } }, 'Full.{exec,lean,populate,sort,limit,orFail,toObject}()'],
    Row: ['Model()', 'Model.{create,hydrate}()', 'Query.then[0](0)', 'Model.{findOne,findById}[1..3](1)', ':{Document,HydratedDocument}'],
    Filter: [
      'Model.{find,findOne,findOneAndUpdate,findOneAndReplace,findOneAndDelete,findOneAndRemove,updateOne,updateMany,replaceOne,deleteOne,deleteMany,remove,count,countDocuments,exists,where,update}[0]',
      'Model.distinct[1]',
      'Model.bulkWrite[0].{updateOne,updateMany,replaceOne,deleteOne,deleteMany}.filter',
      'Model.aggregate[0].*.$match',
      'Query.{find,findOne,where,merge,setQuery}[0]',
      'Query.{and,or,nor}[0].*',
      'Filter.{$or,$and,$nor}.*',
    ],
    'mongodb:Collection': ['Model.collection', 'Mongoose.db.collection()', 'Mongoose.collection()'],
  },
  sources: {
    secret: [{ at: 'Full', whole: true }, 'Query.{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}'],
    database: ['Query.then[0](0)', 'Query.exec()', 'Model.aggregate()', 'Model.{find,findOne,findById}[1..3](1)'],
    error: ['Model.{find,findOne,findById,create,updateOne,deleteOne}[1..3](0)', 'Row.save[0..1](0)', "Mongoose.{on,once}('error')[1](0)"],
  },
  sinks: {
    // findById casts; a schema casts strings, but lets operators through unless sanitizeFilter is set
    nosql: [
      { at: 'Filter', equals: '$eq', when: { '[2].sanitizeFilter': { is: 'absent' } } },
      { at: 'Model.{aggregate,watch}[0]', equals: '$eq' },
      { at: 'Model.{findOneAndUpdate,findByIdAndUpdate,updateOne,updateMany,update}[1]', whole: true },
      { at: 'Model.bulkWrite[0]', whole: true },
      'Query.{and,or,nor,elemMatch,equals}[0]',
      'Query.{where,elemMatch}[1]',
    ],
    code: [
      { at: 'Filter.$where', inDatabase: true },
      { at: 'Filter.$expr.$function.body', inDatabase: true },
      { at: 'Model.$where[0]', inDatabase: true },
      { at: 'Query.$where[0]', inDatabase: true },
    ],
    regex: [{ at: 'Filter.*.$regex', inDatabase: true }, { at: 'Query.regex[0..1]', inDatabase: true }],
    fields: [
      'Model.{create,insertMany,insertOne}[0]',
      'Model[0]',
      'Model.{findByIdAndUpdate,findOneAndUpdate,updateOne,updateMany,replaceOne,findOneAndReplace}[1]',
      'Model.{updateOne,updateMany,findByIdAndUpdate,findOneAndUpdate}[1].$set',
      'Row.{set,overwrite,updateOne}[0]',
      'Query.{set,updateOne}[0]',
    ],
  },
  labels: { data: ['Filter.*.{$eq,$ne,$gt,$gte,$lt,$lte,$in,$nin,$size,$exists,$type,$mod,$regex,$options,$search}', 'Filter.$where'] },
  sanitizers: {
    nosql: [
      'Mongoose.sanitizeFilter()',
      { at: 'Mongoose.set()', when: { '[0]': 'sanitizeFilter', '[1]': true }, file: true },
      { at: 'Mongoose.set()', when: { '[0].sanitizeFilter': true }, file: true },
      { at: 'Mongoose.{connect,createConnection}()', when: { '[1].sanitizeFilter': true }, file: true },
    ],
    // `new Types.ObjectId(x)` hands nothing on
    '*': ['Mongoose.Types.ObjectId.createFromHexString()'],
  },
  guards: { '*': ['Mongoose.isObjectIdOrHexString[0]'] },
  flows: ['Mongoose.{sanitizeFilter,trusted}[0] -> ()'],
  // what a query finds is seen through its promise
  marks: { record: ['Row', 'Query'], anyCertificate: ['Mongoose.{connect,createConnection}[1].{tlsInsecure,tlsAllowInvalidCertificates,tlsAllowInvalidHostnames}'], connection: ['Mongoose.{connect,createConnection}[0]'] },
});
