import { defineModel } from '../model/dsl.ts';

const query = '{any,each,many,manyOrNone,map,multi,multiResult,none,one,oneOrNone,query,result}';

export const pgPromise = defineModel({
  modules: ['pg-promise'],
  types: {
    Pgp: ['exports()'],
    Db: ['Pgp()', 'Db.{task,taskIf,tx,txIf}[0..1](0)', 'Db.connect()', ':{IDatabase,ITask,IBaseProtocol,IConnected}'],
    Format: ['exports.as', 'Pgp.as'],
    Statements: ['exports', 'Pgp'],
  },
  sources: { database: [`Db.${query}()`, 'Db.{func,proc}()', 'Db.{each,map}[2](0)'] },
  sinks: {
    sql: [
      { at: `Db.${query}[0]`, bind: { values: '[1]', style: '$1' } },
      { at: `Db.${query}[0].text`, bind: { values: '[0].values', style: '$1' } },
      { at: 'Format.format[0]', bind: { values: '[1]', style: '$1' } },
      'Statements.ParameterizedQuery[0]',
      { at: 'Statements.{ParameterizedQuery,PreparedStatement}[0].text', bind: { values: '[0].values', style: '$1' } },
      'Pgp.helpers.concat[0].*',
      'Pgp.helpers.concat[0].*.query',
    ],
  },
  sanitizers: { sql: ['Format.{name,alias,text,csv,json,array,number,bool,date,buffer}()'] },
  flows: ['Format.{name,alias,value,text,csv,json,array,format}[0] -> ()'],
});
