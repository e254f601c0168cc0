import { defineModel } from '../model/dsl.ts';

const read = '{run,runAndRead,runAndReadAll,stream,streamAndRead,streamAndReadAll,start,startThenRead,startThenReadAll,startStream,startStreamThenRead,startStreamThenReadAll}';

/** The old package, which takes values one by one, and the new one, which takes a list of them. */
export const duckdb = defineModel({
  modules: ['duckdb', '@duckdb/node-api', 'duckdb-async'],
  types: {
    Database: ['exports.{Database,cached}()', 'exports.cached.Database()', 'exports.Database.create()', ':Database'],
    Connection: ['Database', 'Database.connect()', 'exports.Connection()', ':Connection'],
    Instance: ['exports.DuckDBInstance.{create,fromCache}()', ':DuckDBInstance'],
    Session: ['Instance.connect()', 'exports.DuckDBConnection.create()', ':DuckDBConnection'],
  },
  sources: { database: ['Connection.{all,each}[1..](1)', 'Connection.all()', `Session.${read}()`], error: ['Connection.{run,all,each,exec}[1..](0)'] },
  sinks: {
    sql: [
      { at: 'Connection.{all,run,each,stream}[0]', bind: { values: '[1..]', style: '?' } },
      'Connection.{prepare,exec}[0]',
      { at: `Session.${read}[0]`, bind: { values: '[1]', style: '?' } },
      { at: 'Session.{runAndReadUntil,streamAndReadUntil,startThenReadUntil,startStreamThenReadUntil}[0]', bind: { values: '[2]', style: '?' } },
      'Session.{prepare,extractStatements}[0]',
    ],
    path: ['exports.Database[0]', 'exports.Database.create[0]', 'exports.DuckDBInstance.{create,fromCache}[0]'],
  },
});
