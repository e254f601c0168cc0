import { defineModel } from '../model/dsl.ts';

export const libsqlClient = defineModel({
  modules: ['@libsql/client', '@libsql/client/web', '@libsql/client/http', '@libsql/client/sqlite3', '@libsql/client/ws', '@libsql/client/node'],
  types: { Client: ['createClient()', 'Client.transaction()', ':{Client,Transaction}'] },
  sources: { database: ['Client.execute().rows', 'Client.batch().*.rows'] },
  sinks: {
    sql: [
      { at: 'Client.execute[0]', bind: { values: '[1]', style: '?' } },
      { at: 'Client.execute[0].sql', bind: { values: '[0].args', style: '?' } },
      'Client.{batch,migrate}[0].*',
      'Client.{batch,migrate}[0].*.sql',
      'Client.executeMultiple[0]',
    ],
  },
});
