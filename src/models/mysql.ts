import { defineModel } from '../model/dsl.ts';

export const mysql = defineModel({
  modules: ['mysql'],
  types: {
    Pool: ['createPool()', 'createPoolCluster().of()', ':{Pool,PoolNamespace}', '~pool'],
    Cluster: ['createPoolCluster()', ':PoolCluster'],
    Connection: ['Pool', 'createConnection()', 'Pool.getConnection[0](1)', 'Cluster.getConnection[0..2](1)', ':{Connection,PoolConnection}', '~connection', '~conn'],
    Query: ['Connection.query()', ':Query'],
  },
  sources: {
    database: ['Connection.query[1..2](1)', "Query.on('result')[1](0)", "Query.stream().on('data')[1](0)"],
    error: ['Connection.query[1..2](0)', 'Connection.{connect,end,ping,beginTransaction,commit}[0](0)', 'Pool.getConnection[0](0)', 'Cluster.getConnection[0..2](0)', "Query.on('error')[1](0)"],
  },
  sinks: {
    sql: [
      { at: 'Connection.query[0]', bind: { values: '[1]', style: '?', identifier: '??' } },
      { at: 'Connection.query[0].sql', bind: { values: '[0].values', style: '?', identifier: '??' } },
      { at: 'createQuery[0]', bind: { values: '[1]', style: '?', identifier: '??' } },
      // goes into the text as it is
      'raw[0]',
    ],
  },
  sanitizers: { sql: ['exports.{escape,escapeId}()', 'Connection.{escape,escapeId}()'] },
  flows: ['exports.{escape,escapeId,format}[0] -> ()', 'Connection.{escape,escapeId,format}[0] -> ()'],
  marks: { errorFirst: ['Connection.query', 'Pool.getConnection'], credential: ['exports.{createConnection,createPool}[0].password', 'Cluster.add[0..1].password'], certificates: ['exports.{createConnection,createPool}[0].ssl.rejectUnauthorized'] },
});
