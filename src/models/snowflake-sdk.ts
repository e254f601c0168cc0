import { defineModel } from '../model/dsl.ts';

export const snowflakeSdk = defineModel({
  modules: ['snowflake-sdk'],
  types: { Connection: ['createConnection()', 'Connection.{connect,connectAsync}()', ':Connection'] },
  sources: { database: ['Connection.execute[0].complete(2)'], error: ['Connection.execute[0].complete(0)'] },
  sinks: { sql: [{ at: 'Connection.execute[0].sqlText', bind: { values: '[0].binds', style: '?' } }] },
  marks: { credential: ['createConnection[0].password'] },
});
