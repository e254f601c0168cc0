import { defineModel } from '../model/dsl.ts';

export const duckdb = defineModel({
  modules: ['duckdb', '@duckdb/node-api', 'duckdb-async'],
  types: {
    Database: ['exports.{Database,cached}()', 'exports.Database.create()', 'exports.DuckDBInstance.{create,fromCache}()', ':{Database,DuckDBInstance}'],
    Connection: ['Database', 'Database.connect()', 'exports.Connection()', ':{Connection,DuckDBConnection}'],
  },
  sources: { database: ['Connection.{all,each,get}[1..](1)', 'Connection.{all,run,runAndRead,runAndReadAll}()'], error: ['Connection.{run,all,each,get,exec}[1..](0)'] },
  sinks: {
    sql: [{ at: 'Connection.{all,run,each,get,prepare,stream,runAndRead,runAndReadAll,runAndReadUntil}[0]', bind: { values: '[1]', style: '?' } }, 'Connection.exec[0]', 'Connection.extractStatements[0]'],
    path: ['exports.Database[0]', 'exports.DuckDBInstance.create[0]'],
  },
});
