import { defineModel } from '../model/dsl.ts';

export const esToolkit = defineModel({
  modules: ['es-toolkit', 'es-toolkit/string', 'es-toolkit/compat'],
  sanitizers: { html: ['escape()'], regex: ['escapeRegExp()'] },
  flows: ['exports.{escape,escapeRegExp,trim,camelCase,kebabCase,snakeCase,lowerCase,upperCase,capitalize,deburr}[0] -> ()', { flow: 'unescape[0] -> ()', again: ['html'] }],
});
