/** Rows that do not hold yet since the engine is wrong, `module: title of the row`: one that holds must be taken off. */
export const KNOWN: readonly string[] = [
  'koa: way Handler :Middleware',
  'koa: clean html Response.set[this]',
  'koa: clean html Response.set[this]#2',
  'koa: clean html Response.attachment[this]',
  'sequelize: way Model Class.Model',
  'sequelize: sink fields Model[0]',
  'sequelize: sink fields Model.update[0]',
];
