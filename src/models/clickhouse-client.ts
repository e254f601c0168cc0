import { defineModel } from '../model/dsl.ts';

export const clickhouseClient = defineModel({
  modules: ['@clickhouse/client', '@clickhouse/client-web'],
  types: { Client: ['createClient()', ':ClickHouseClient'] },
  sources: { database: ['Client.query().{json,text}()'] },
  // its placeholders name a type, {id: UInt32}, so none can be written for the user
  sinks: { sql: ['Client.{query,exec,command}[0].query', 'Client.insert[0].table'] },
});
