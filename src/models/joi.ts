import { defineModel } from '../model/dsl.ts';

export const joi = defineModel({
  modules: ['joi', '@hapi/joi', 'celebrate'],
  types: {
    Joi: ['exports', 'exports.{default,Joi}', 'Joi.{extend,defaults}()'],
    Type: ['Joi.*()', 'Joi.object()', 'Type.*()', 'Type.{keys,append,items,ordered}()', ':{Schema,AnySchema,ObjectSchema,StringSchema}'],
  },
  marks: { describes: ['Joi.string'], least: ['Type.{min,length}'] },
  schemas: [
    {
      clean: ['Joi.{number,boolean,bool,date,valid,equal,forbidden}()', 'Type.{valid,equal,only,guid,uuid,alphanum,hex,token,creditCard,isoDate,isoDuration,ip,forbidden}()'],
      text: ['Joi.string()'],
      fields: ['Joi.object[0]', 'Type.{keys,append}[0]'],
      items: ['Type.items[..]', 'Type.ordered[..]'],
      open: ['Type.{unknown,pattern}()'],
      checks: [
        { call: 'Type.validate', schema: '[this]', input: '[0]', output: '().value' },
        { call: 'Type.validateAsync', schema: '[this]', input: '[0]', output: '()' },
        { call: 'Joi.attempt', schema: '[1]', input: '[0]', output: '()' },
        { call: 'Joi.assert', schema: '[1]', input: '[0]' },
        // until 15
        { call: 'Joi.validate', schema: '[1]', input: '[0]', output: '().value' },
        // celebrate({ body, query, params }) is a middleware
        { call: 'celebrate', schema: '[0].body', input: 'express:Request.body' },
        { call: 'celebrate', schema: '[0].query', input: 'express:Request.query' },
        { call: 'celebrate', schema: '[0].params', input: 'express:Request.params' },
      ],
    },
  ],
});
