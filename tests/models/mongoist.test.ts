import { mongoist } from '../../src/models/mongoist.ts';
import { clean, describeModel, sink, source, way } from './harness.ts';

describeModel(mongoist, "const mongoist = require('mongoist'); const db = mongoist(url); const users = db.collection('users');", [
  way('Db', 'exports()', 'users.find(INPUT);'),
  way('Collection', 'Db.*', 'db.users.find(INPUT);'),
  way('Collection', 'Db.collection()', 'db.collection("users").find(INPUT);'),
  way('Filter', 'Collection.{find,findAsCursor,findOne,count,update,replaceOne,remove,deleteOne,deleteMany}[0]', 'users.EACH({ name: INPUT });'),
  way('Filter', 'Collection.distinct[1]', 'users.distinct("name", { age: INPUT });'),
  way('Filter', 'Collection.findAndModify[0].query', 'users.findAndModify({ query: { name: INPUT }, update: { $inc: { n: 1 } } });'),
  way('Filter', 'Filter.{$or,$and,$nor}.*', 'users.find({ EACH: [{ name: { $regex: INPUT } }] });'),
  source('database', 'Collection.{find,findOne,findAndModify,aggregate,distinct}()', 'SINK(await users.EACH({}));'),
  sink('nosql', 'Filter', 'users.findOne({ name: INPUT });', 'users.findOne({ name: String(INPUT) });'),
  sink('nosql', 'Collection.{aggregate,aggregateAsCursor}[0]', 'users.EACH([{ $match: INPUT }]);', 'users.EACH([{ $match: { a: 1 } }]);'),
  sink('nosql', 'Collection.runCommand[0]', 'users.runCommand(INPUT);', 'users.runCommand("count");'),
  sink('nosql', 'Collection.update[1]', 'users.update({}, INPUT);', 'users.update({}, { $set: { name: INPUT } });'),
  sink('nosql', 'Collection.findAndModify[0].update', 'users.findAndModify({ update: INPUT });', 'users.findAndModify({ update: { $set: { name: INPUT } } });'),
  sink('code', 'Filter.$where', 'users.find({ $where: INPUT });', 'users.find({ $where: "this.a" });'),
  sink('regex', 'Filter.*.$regex', 'users.find({ name: { $regex: INPUT } });', 'users.find({ name: { $regex: "^a" } });'),
  sink('fields', 'Collection.{insert,insertOne,insertMany,save}[0]', 'users.EACH(INPUT);', 'users.EACH({ name: INPUT.name });'),
  sink('fields', 'Collection.replaceOne[1]', 'users.replaceOne({}, INPUT);', 'users.replaceOne({}, { name: INPUT });'),
  sink('fields', 'Collection.update[1].$set', 'users.update({}, { $set: INPUT });', 'users.update({}, { $set: { name: INPUT } });'),
  clean('*', 'exports.{ObjectId,ObjectID}()', 'SINK(mongoist.EACH(INPUT));', 'SINK(INPUT);'),
]);
