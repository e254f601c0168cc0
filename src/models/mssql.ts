import { defineModel } from '../model/dsl.ts';

export const mssql = defineModel({
  modules: ['mssql', 'mssql/msnodesqlv8'],
  types: {
    Pool: ['connect()', 'exports.ConnectionPool()', 'Pool.connect()', ':ConnectionPool', '~pool'],
    Request: ['Pool', 'exports', 'exports.Request()', 'Pool.request()', 'exports.Transaction().request()', 'Request.{input,output}()', ':Request'],
  },
  sources: {
    database: ['Request.{query,batch,execute}().{recordset,recordsets}', 'Request.{query,batch}[1](1).{recordset,recordsets}'],
    error: ['Request.{query,batch,execute}[1](0)'],
  },
  sinks: {
    // values go to the request by input(), or as holes of a tag of the same name
    sql: [{ at: 'Request.query[0]', bind: { tag: 'query' } }, { at: 'Request.batch[0]', bind: { tag: 'batch' } }, 'exports.PreparedStatement().prepare[0]'],
  },
});
