import { defineModel } from '../model/dsl.ts';

export const pgFormat = defineModel({
  modules: ['pg-format', '@scaleleap/pg-format'],
  // `%s` takes values as they are: the text alone says which, so only a text without it is safe
  sanitizers: {
    sql: ['exports.{ident,literal,quoteIdent,quoteLiteral}()', { at: 'exports()', when: { '[0]': /^(?!.*%(\d+\$)?s)/s } }, { at: 'exports.{format,withArray}()', when: { '[0]': /^(?!.*%(\d+\$)?s)/s } }],
  },
  flows: [
    'exports[0..] -> ()',
    'exports.{format,withArray}[0..] -> ()',
    'exports.{ident,literal,string,quoteIdent,quoteLiteral,quoteString}[0] -> ()',
  ],
});
