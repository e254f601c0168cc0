import { nedb } from '../../src/models/nedb.ts';
import { describeModel, sink, source, way } from './harness.ts';

describeModel(nedb, "import Datastore from '@seald-io/nedb'; const users = new Datastore();", [
  way('Store', 'exports()', "const Store = require('nedb'); new Store().find(INPUT);"),
  way('Store', 'exports.create()', "import Store from 'nedb-promises'; Store.create().find(INPUT);"),
  way('Store', ':Datastore', "import { Datastore as T } from 'nedb'; export const f = (x: T) => x.find(INPUT);"),
  way('Filter', 'Store.{find,findOne,count,update,remove,findAsync,findOneAsync,countAsync,updateAsync,removeAsync,updateOne,updateMany,deleteOne,deleteMany}[0]', 'users.EACH({ name: INPUT });'),
  way('Filter', 'Filter.{$or,$and}.*', 'users.find({ EACH: [{ name: { $regex: INPUT } }] });'),
  source('database', 'Store.{find,findOne,findAsync,findOneAsync}()', 'SINK(await users.EACH({}));'),
  source('database', 'Store.{find,findOne}[1..2](1)', 'users.EACH({}, (err, found) => SINK(found));'),
  source('error', 'Store.{find,findOne,insert,update,remove}[1..3](0)', 'users.EACH({}, (err) => SINK(err));'),
  sink('nosql', 'Filter', 'users.findOne({ name: INPUT });', 'users.findOne({ name: String(INPUT) });'),
  sink('nosql', 'Store.{update,updateAsync,updateOne,updateMany}[1]', 'users.EACH({}, INPUT);', 'users.EACH({}, { $set: { name: INPUT } });'),
  sink('regex', 'Filter.*.$regex', 'users.find({ name: { $regex: INPUT } });', 'users.find({ name: { $regex: /^a/ } });'),
  sink('fields', 'Store.{insert,insertAsync,insertOne,insertMany}[0]', 'users.EACH(INPUT);', 'users.EACH({ name: INPUT.name });'),
  sink('fields', 'Store.{update,updateAsync}[1].$set', 'users.EACH({}, { $set: INPUT });', 'users.EACH({}, { $set: { name: INPUT } });'),
]);
