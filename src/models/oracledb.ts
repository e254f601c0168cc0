import { defineModel } from '../model/dsl.ts';

export const oracledb = defineModel({
  modules: ['oracledb'],
  types: {
    Pool: ['exports.{createPool,getPool}()', 'createPool[1](1)', ':Pool'],
    Connection: ['getConnection()', 'exports.getConnection[0..1](1)', 'createPool[0].sessionCallback(0)', 'Pool.getConnection()', 'Pool.getConnection[0..1](1)', ':Connection'],
    Result: ['Connection.execute()', 'Connection.execute[1..3](1)'],
  },
  sources: {
    database: ['Result.{rows,outBinds}', 'Result.resultSet.{getRow,getRows}()', "Connection.queryStream().on('data')[1](0)"],
    error: ['Connection.{execute,executeMany}[1..3](0)', 'exports.getConnection[0..1](0)', 'createPool[1](0)', 'Pool.getConnection[0..1](0)'],
  },
  sinks: { sql: [{ at: 'Connection.{execute,executeMany,queryStream}[0]', bind: { values: '[1]', style: ':1' } }] },
  marks: { credential: ['exports.{getConnection,createPool}[0].password'] },
});
