import { defineModel } from '../model/dsl.ts';

export const betterSqlite3 = defineModel({
  modules: ['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'libsql'],
  types: {
    Database: ['exports()', 'exports.Database()', 'Database.{exec,function,aggregate,table,defaultSafeIntegers,loadExtension}()', ':Database', '~db'],
    // whose rows have the column of the password
    Passwords: [{ at: 'Database.prepare()', when: { '[0]': /\bselect\b[^;]*\b(?:password|passwd|password_?hash|hashed_?password|passhash)\b[^;]*\bfrom\b/i } }],
    Statement: ['Database.prepare()', 'Statement.{pluck,expand,raw,safeIntegers}()', ':Statement'],
  },
  sources: {
    database: ['Statement.{get,all,iterate}()', 'Database.pragma()'],
    secret: [{ at: 'Passwords.{get,all}()', whole: true }, 'Passwords.get().{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}', 'Passwords.all().*.{password,passwordHash,password_hash,hashedPassword,hashed_password,passwd,passhash}'],
  },
  sinks: {
    sql: [
      // the values go to the call on the statement that follows
      { at: 'Database.prepare[0]', bind: { values: '().{run,get,all,iterate}[..]', style: '?' } },
      'Database.{exec,pragma}[0]',
    ],
    path: ['exports[0]', 'Database.{backup,loadExtension}[0]'],
  },
});
