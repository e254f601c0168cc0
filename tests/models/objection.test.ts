import { objection } from '../../src/models/objection.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const raws = '{whereRaw,orWhereRaw,andWhereRaw,havingRaw,orHavingRaw,groupByRaw,orderByRaw,joinRaw}';

describeModel(objection, "import { Model, raw, type QueryBuilder } from 'objection'; class Person extends Model {}", [
  way('Model', 'exports.Model', 'Person.query().insert(INPUT);'),
  way('Model', 'Model.{bindKnex,bindTransaction}()', 'Person.EACH(knex).query().insert(INPUT);'),
  way('Row', 'Model()', 'new Person().$set(INPUT);'),
  way('Row', 'Model.fromJson()', 'Person.fromJson({}).$set(INPUT);'),
  way('Row', 'Builder.{findById,findOne}()', 'const one = await Person.query().EACH(1); one.$set(INPUT);'),
  way('Row', 'Row.{$set,$setJson}()', 'new Person().EACH({}).$query().patch(INPUT);'),
  way('Builder', 'Model.{query,relatedQuery}()', 'Person.EACH("x").patch(INPUT);'),
  way('Builder', 'Row.{$query,$relatedQuery}()', 'new Person().EACH("x").patch(INPUT);'),
  way('Builder', 'Builder.*()', 'Person.query().where("a", 1).patch(INPUT);'),
  way('Builder', 'Builder.{findById,findOne}()', 'Person.query().EACH(1).patch(INPUT);'),
  way('Builder', ':QueryBuilder', 'export const f = (x: QueryBuilder<Person>) => x.patch(INPUT);'),
  source('database', 'Builder.then[0](0)', 'Person.query().then((rows) => SINK(rows));'),
  sink('sql', 'exports.raw[0]', 'raw(`a = ${INPUT}`);', 'raw("a = ?", INPUT);'),
  sink('sql', 'Model.raw[0]', 'Person.raw(`a = ${INPUT}`);', 'Person.raw("a = ?", INPUT);'),
  sink('sql', `Builder.${raws}[0]`, 'Person.query().EACH(`a = ${INPUT}`);', 'Person.query().EACH("a = ?", [INPUT]);'),
  sink('fields', 'Builder.{insert,insertAndFetch,patch,patchAndFetch,update,updateAndFetch,insertGraph,insertGraphAndFetch,upsertGraph,upsertGraphAndFetch}[0]', 'Person.query().EACH(INPUT);', 'Person.query().EACH({ name: INPUT.name });'),
  sink('fields', 'Builder.{patchAndFetchById,updateAndFetchById}[1]', 'Person.query().EACH(1, INPUT);', 'Person.query().EACH(1, { name: INPUT.name });'),
  sink('fields', 'Model.fromJson[0]', 'Person.fromJson(INPUT);', 'Person.fromJson({ name: INPUT.name });'),
  sink('fields', 'Row.{$set,$setJson}[0]', 'new Person().EACH(INPUT);', 'new Person().EACH({ name: INPUT.name });'),
  mark('record', 'Row', 'Object.assign(new Person(), INPUT);', 'Object.assign(new Person(), { name: INPUT.name });'),
]);
