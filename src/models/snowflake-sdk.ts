import { defineModel } from '../model/dsl.ts';

export const snowflakeSdk = defineModel({
  modules: ['snowflake-sdk'],
  types: {
    Pool: ['createPool()'],
    Connection: ['createConnection()', 'Connection.{connect,connectAsync}()', 'Connection.{connect,connectAsync}[0](1)', 'Pool.acquire()', 'Pool.use[0](0)', ':Connection'],
  },
  sources: {
    database: ['Connection.{execute,fetchResult}[0].complete(2)', "Connection.{execute,fetchResult}().streamRows().on('data')[1](0)"],
    error: ['Connection.{execute,fetchResult}[0].complete(0)', 'Connection.{connect,connectAsync}[0](0)'],
  },
  sinks: { sql: [{ at: 'Connection.execute[0].sqlText', bind: { values: '[0].binds', style: '?' } }] },
  marks: { credential: ['exports.{createConnection,createPool}[0].password'] },
});
