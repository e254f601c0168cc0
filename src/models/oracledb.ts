import { defineModel } from '../model/dsl.ts';

export const oracledb = defineModel({
  modules: ['oracledb'],
  types: {
    Pool: ['createPool()', 'createPool[1](1)', ':Pool'],
    Connection: ['getConnection()', 'exports.getConnection[0..1](1)', 'Pool.getConnection()', 'Pool.getConnection[0..1](1)', ':Connection'],
  },
  sources: { database: ['Connection.execute().rows', 'Connection.execute[1..3](1).rows'], error: ['Connection.execute[1..3](0)'] },
  sinks: { sql: [{ at: 'Connection.{execute,executeMany,queryStream}[0]', bind: { values: '[1]', style: ':1' } }] },
  marks: { credential: ['exports.{getConnection,createPool}[0].password'] },
});
