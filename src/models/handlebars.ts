import { defineModel } from '../model/dsl.ts';

export const handlebars = defineModel({
  modules: ['handlebars', 'handlebars/runtime'],
  types: { Handlebars: ['exports', 'Handlebars.create()'] },
  // a parsed template of the sender's is compiled unchecked
  sinks: { template: ['Handlebars.{compile,precompile,template}[0]', 'Handlebars.registerPartial[1]'], html: ['Handlebars.SafeString[0]'] },
  sanitizers: { html: ['Handlebars.escapeExpression()', 'Handlebars.Utils.escapeExpression()'] },
  flows: ['Handlebars.escapeExpression[0] -> ()', 'Handlebars.Utils.escapeExpression[0] -> ()'],
});
