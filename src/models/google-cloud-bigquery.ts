import { defineModel } from '../model/dsl.ts';

export const googleCloudBigquery = defineModel({
  modules: ['@google-cloud/bigquery'],
  types: { BigQuery: ['exports.BigQuery()', 'BigQuery.dataset()', ':{BigQuery,Dataset}'] },
  sources: { database: ['BigQuery.query().0', 'BigQuery.query[1..2](1)'], error: ['BigQuery.query[1..2](0)'] },
  sinks: {
    sql: ['BigQuery.{query,createQueryJob,createQueryStream}[0]', { at: 'BigQuery.{query,createQueryJob,createQueryStream}[0].query', bind: { values: '[0].params', style: '@name' } }],
  },
});
