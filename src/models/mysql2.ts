import { defineModel } from '../model/dsl.ts';

export const mysql2 = defineModel({
  modules: ['mysql2', 'mysql2/promise', 'mysql2/promise.js'],
  types: {
    Pool: ['createPool()', 'createPoolCluster().of()', 'exports.createPoolPromise()', 'Pool.promise()', ':{Pool,PoolNamespace,PromisePool}', '~pool'],
    Cluster: ['createPoolCluster()', ':PoolCluster'],
    Connection: [
      'Pool',
      'exports.{createConnection,connect,createConnectionPromise}()',
      'Connection.promise()',
      'Pool.getConnection()',
      'Pool.getConnection[0](1)',
      'Cluster.getConnection()',
      'Cluster.getConnection[0..2](1)',
      ':{Connection,PoolConnection,PromiseConnection,PromisePoolConnection}',
      '~connection',
      '~conn',
      '~db',
    ],
    Statement: ['Connection.prepare()', 'Connection.prepare[1](1)', ':PreparedStatementInfo'],
    Query: ['Connection.{query,execute}()', ':Query'],
  },
  sources: {
    // promises give [rows, fields], callbacks (err, rows, fields)
    database: ['Query.0', 'Connection.{query,execute}[1..2](1)', 'Statement.execute().0', 'Statement.execute[1](1)', "Query.on('result')[1](0)", "Query.stream().on('data')[1](0)"],
    error: ['Connection.{query,execute}[1..2](0)', 'Connection.{connect,end,ping,beginTransaction,commit}[0](0)', 'Pool.getConnection[0](0)', 'Statement.execute[1](0)', "Query.on('error')[1](0)"],
  },
  sinks: {
    sql: [
      { at: 'Connection.query[0]', bind: { values: '[1]', style: '?', identifier: '??' } },
      { at: 'Connection.query[0].sql', bind: { values: '[0].values', style: '?', identifier: '??' } },
      // the server takes values apart: no `??`, and no array for IN (?)
      { at: 'Connection.execute[0]', bind: { values: '[1]', style: '?' } },
      { at: 'Connection.execute[0].sql', bind: { values: '[0].values', style: '?' } },
      'Connection.prepare[0]',
      'raw[0]',
    ],
  },
  sanitizers: { sql: ['exports.{escape,escapeId}()', 'Connection.{escape,escapeId}()'] },
  flows: ['exports.{escape,escapeId,format}[0] -> ()', 'Connection.{escape,escapeId,format}[0] -> ()'],
  marks: {
    errorFirst: ['Connection.{query,execute}', 'Pool.getConnection'],
    credential: ['exports.{createConnection,createPool}[0].password'],
    certificates: ['exports.{createConnection,createPool}[0].ssl.rejectUnauthorized'],
    tlsVersion: ['exports.{createConnection,createPool}[0].ssl.minVersion'],
    connection: ['exports.{createConnection,createPool}[0]', 'exports.{createConnection,createPool}[0].uri'],
  },
});
