import { defineModel } from '../model/dsl.ts';

export const cassandraDriver = defineModel({
  modules: ['cassandra-driver'],
  types: { Client: ['exports.Client()', ':Client'] },
  sources: { database: ['Client.execute().rows', 'Client.execute[1..3](1).rows', 'Client.eachRow[1..3](1)'], error: ['Client.execute[1..3](0)'] },
  sinks: { sql: [{ at: 'Client.{execute,eachRow,stream}[0]', bind: { values: '[1]', style: '?' } }, 'Client.batch[0].*', 'Client.batch[0].*.query'] },
});
