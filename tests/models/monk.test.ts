import { monk } from '../../src/models/monk.ts';
import { clean, describeModel, sink, source, way } from './harness.ts';

describeModel(monk, "import monk, { type ICollection } from 'monk'; const db = monk(url); const users = db.get('users');", [
  way('Manager', 'exports()', "const lib = require('monk'); lib(url).get('users').find(INPUT);"),
  way('Collection', 'Manager.{get,create}()', 'db.EACH("users").find(INPUT);'),
  way('Collection', ':ICollection', 'export const f = (x: ICollection) => x.find(INPUT);'),
  way('Filter', 'Collection.{find,findOne,findOneAndUpdate,findOneAndDelete,update,remove,count}[0]', 'users.EACH({ name: INPUT });'),
  way('Filter', 'Collection.distinct[1]', 'users.distinct("name", { age: INPUT });'),
  way('Filter', 'Filter.{$or,$and,$nor}.*', 'users.find({ EACH: [{ name: { $regex: INPUT } }] });'),
  source('database', 'Collection.{find,findOne,findOneAndUpdate,findOneAndDelete,aggregate,distinct}()', 'SINK(await users.EACH({}));'),
  sink('nosql', 'Filter', 'users.findOne({ name: INPUT });', 'users.findOne({ name: String(INPUT) });', 'users.findOne({}, { fields: INPUT });'),
  sink('nosql', 'Collection.aggregate[0]', 'users.aggregate([{ $match: INPUT }]);', 'users.aggregate([{ $match: { a: 1 } }]);'),
  sink('nosql', 'Collection.{update,findOneAndUpdate}[1]', 'users.EACH({}, INPUT);', 'users.EACH({}, { $set: { name: INPUT } });'),
  sink('code', 'Filter.$where', 'users.find({ $where: INPUT });', 'users.find({ $where: "this.a" });'),
  sink('code', 'Collection.mapReduce[0..1]', 'users.mapReduce(INPUT, reduce);', 'users.mapReduce(map, reduce, { scope: INPUT });'),
  sink('regex', 'Filter.*.$regex', 'users.find({ name: { $regex: INPUT } });', 'users.find({ name: { $regex: "^a" } });'),
  sink('fields', 'Collection.insert[0]', 'users.insert([INPUT]);', 'users.insert({ name: INPUT.name });'),
  sink('fields', 'Collection.{update,findOneAndUpdate}[1].$set', 'users.EACH({}, { $set: INPUT });', 'users.EACH({}, { $set: { name: INPUT } });'),
  clean('*', 'exports.id()', 'SINK(monk.id(INPUT));', 'SINK(INPUT);'),
  clean('*', 'Manager.id()', 'SINK(db.id(INPUT));', 'SINK(INPUT);'),
]);
