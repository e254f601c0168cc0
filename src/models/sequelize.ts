import { defineModel } from '../model/dsl.ts';

export const sequelize = defineModel({
  modules: ['sequelize', 'sequelize-typescript', '@sequelize/core'],
  types: {
    Class: ['exports', 'Class.Sequelize', 'Db.Sequelize'],
    Db: ['Class()', 'Model.sequelize', ':Sequelize', '~sequelize'],
    Model: ['Class.Model', 'Db.{define,model}()', 'Db.models.*', 'Model.{scope,unscoped,schema}()', ':{ModelStatic,ModelCtor}'],
    Row: ['Model()', 'Model.{build,create,findOne,findByPk,findAll,findOrCreate,findOrBuild,findAndCountAll,bulkCreate}()', ':Model'],
  },
  sources: {
    database: ['Db.query().0', 'Model.{findOne,findByPk,findAll,aggregate,max,min}()', 'Model.findAndCountAll().rows'],
  },
  sinks: {
    sql: [
      { at: 'Db.query[0]', bind: { values: '[1].replacements', style: '?' } },
      { at: 'Db.query[0].query', bind: { values: '[0].values', style: '?' } },
      'Class.literal[0]',
      'Db.literal[0]',
      // the name of the function is not quoted
      'Class.fn[0]',
      'Db.fn[0]',
    ],
    // string operators (`$gt`) are parsed from objects until 4
    nosql: [{ at: 'Model.{findOne,findAll,findAndCountAll,count,destroy}[0].where', when: { version: '<5' } }],
    fields: [
      { at: 'Model.{create,build,bulkCreate,upsert}[0]', when: { '[1].fields': { is: 'absent' } } },
      'Model[0]',
      { at: 'Model.update[0]', when: { '[1].fields': { is: 'absent' } } },
      'Model.{findOrCreate,findOrBuild}[0].defaults',
      { at: 'Row.{set,update}[0]', when: { '[1].fields': { is: 'absent' } } },
    ],
  },
  sanitizers: { sql: ['Db.escape()'] },
  flows: ['Db.escape[0] -> ()'],
  marks: { record: ['Row'], credential: ['Class[2]', 'Class[0].password'], certificates: ['Class[0..3].dialectOptions.ssl.rejectUnauthorized'], connection: ['Class[0]'] },
});
