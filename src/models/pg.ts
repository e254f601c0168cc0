import { defineModel } from '../model/dsl.ts';

export const pg = defineModel({
  modules: ['pg', 'pg-pool', 'pg/lib/client'],
  types: {
    Pool: ['exports.{Pool,BoundPool}()', 'exports()', 'exports.native.Pool()', ':Pool', '~pool'],
    Client: ['Pool', 'exports.Client()', 'exports.native.Client()', 'Pool.connect()', 'Pool.connect[0](1)', ':{Client,PoolClient,ClientBase}', '~client', '~db'],
    Result: ['Client.query()', 'Client.query[1..2](1)'],
    // whose rows have the column of the password
    Passwords: [{ at: 'Client.query()', when: { '[0]': /\bselect\b[^;]*\b(?:password|passwd|password_?hash|hashed_?password|passhash)\b[^;]*\bfrom\b/i } }],
  },
  sources: {
    secret: [{ at: 'Passwords.rows', whole: true }, { at: 'Passwords.rows.0', whole: true }, 'Passwords.rows.0.{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}', 'Passwords.rows.*.{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}'],
    // query(new Cursor()) and query(new QueryStream()) give back what they are given
    database: ['Result.rows', "Client.on('notification')[1](0).payload", "Client.query().{on,addListener}('row'|'data')[1](0)", 'Client.query().read()', 'Client.query().read[1](1)'],
    error: ['Client.query[1..2](0)', 'Client.connect[0](0)', "Client.on('error')[1](0)"],
  },
  sinks: {
    sql: [
      { at: 'Client.query[0]', bind: { values: '[1]', style: '$1' } },
      { at: 'Client.query[0].text', bind: { values: '[0].values', style: '$1' } },
      { at: 'exports.Query[0]', bind: { values: '[1]', style: '$1' } },
    ],
  },
  sanitizers: { sql: ['exports.{escapeLiteral,escapeIdentifier}()', 'Client.{escapeLiteral,escapeIdentifier}()'] },
  flows: ['exports.{escapeLiteral,escapeIdentifier}[0] -> ()', 'Client.{escapeLiteral,escapeIdentifier}[0] -> ()'],
  marks: {
    errorFirst: ['Client.{query,connect}'],
    credential: ['exports.{Pool,Client}[0].password', 'exports[0].password'],
    certificates: ['exports.{Pool,Client}[0].ssl.rejectUnauthorized', 'exports[0].ssl.rejectUnauthorized'],
    identity: ['exports.{Pool,Client}[0].ssl.checkServerIdentity'],
    connection: ['exports.{Pool,Client}[0].connectionString', 'exports.{Pool,Client}[0]', 'exports[0].connectionString'],
  },
});
