import { defineModel } from '../model/dsl.ts';

export const objection = defineModel({
  modules: ['objection'],
  types: {
    Model: ['exports.Model', 'Model.{bindKnex,bindTransaction}()'],
    Row: ['Model()', 'Model.fromJson()', 'Builder.{findById,findOne}()', 'Row.{$set,$setJson}()'],
    Builder: ['Model.{query,relatedQuery}()', 'Row.{$query,$relatedQuery}()', 'Builder.*()', 'Builder.{findById,findOne}()', ':QueryBuilder'],
  },
  sources: { database: ['Builder.then[0](0)'] },
  sinks: {
    sql: [
      { at: 'exports.raw[0]', bind: { values: '[1..]', style: '?', identifier: '??' } },
      { at: 'Model.raw[0]', bind: { values: '[1..]', style: '?', identifier: '??' } },
      { at: 'Builder.{whereRaw,orWhereRaw,andWhereRaw,havingRaw,orHavingRaw,groupByRaw,orderByRaw,joinRaw}[0]', bind: { values: '[1]', style: '?', identifier: '??' } },
    ],
    fields: [
      'Builder.{insert,insertAndFetch,patch,patchAndFetch,update,updateAndFetch,insertGraph,insertGraphAndFetch,upsertGraph,upsertGraphAndFetch}[0]',
      'Builder.{patchAndFetchById,updateAndFetchById}[1]',
      'Model.fromJson[0]',
      'Row.{$set,$setJson}[0]',
    ],
  },
  marks: { record: ['Row'] },
});
