import { defineModel } from '../model/dsl.ts';

export const joi = defineModel({
  modules: ['joi', '@hapi/joi', 'celebrate'],
  types: {
    Joi: ['exports', 'exports.Joi', 'Joi.{extend,defaults}()'],
    Type: ['Joi.*()', 'Type.*()', ':{Schema,AnySchema,ObjectSchema,ArraySchema,StringSchema,AlternativesSchema}'],
    Ref: ['Joi.{ref,in}()'],
  },
  marks: { describes: ['Joi.string'], least: ['Type.{min,length}'] },
  schemas: [
    {
      clean: [
        'Joi.{number,boolean,bool,date,forbidden}()',
        // equal to another member is no constant
        { at: 'Joi.{valid,equal}()', when: { '[0]': { notApi: 'Ref' } } },
        { at: 'Type.{valid,equal}()', when: { '[0]': { notApi: 'Ref' } } },
        'Type.{only,guid,uuid,alphanum,hex,token,creditCard,isoDate,isoDuration,ip,forbidden}()',
      ],
      text: ['Joi.string()'],
      fields: ['Joi.object[0]', 'Type.{keys,append}[0]'],
      items: ['Type.items[..]', 'Type.ordered[..]'],
      open: ['Type.{unknown,pattern}()'],
      // of an object, a pattern speaks of its keys; with options it may be what must not match
      matches: [{ at: 'Type.{pattern,regex}[0]', when: { '[1]': { is: 'absent' } } }],
      union: ['Joi.{alternatives,alt}[..]', 'Type.try[..]'],
      and: ['Type.concat[0]'],
      // a text that becomes a date may have anything in brackets
      made: ['Joi.date()', 'Type.{failover,replace,truncate}()'],
      // what a custom rule gives back is the value
      turned: ['Type.custom[0]'],
      unseen: ['Type.{external,when,conditional}()'],
      checks: [
        { call: 'Type.validate', schema: '[this]', input: '[0]', output: '().value', failed: '().error', drops: { '[1].stripUnknown': true } },
        { call: 'Type.validateAsync', schema: '[this]', input: '[0]', output: '()', passed: 'awaited', drops: { '[1].stripUnknown': true } },
        { call: 'Joi.attempt', schema: '[1]', input: '[0]', output: '()', passed: 'behind' },
        { call: 'Joi.assert', schema: '[1]', input: '[0]' },
        // until 15
        { call: 'Joi.validate', schema: '[1]', input: '[0]', output: '().value', failed: '().error' },
        // celebrate({ body, query, params }) is a middleware
        { call: 'celebrate', schema: '[0].body', input: 'express:Request.body' },
        { call: 'celebrate', schema: '[0].query', input: 'express:Request.query' },
        { call: 'celebrate', schema: '[0].params', input: 'express:Request.params' },
        { call: 'celebrate', schema: '[0].headers', input: 'express:Request.headers' },
        { call: 'celebrate', schema: '[0].cookies', input: 'express:Request.cookies' },
      ],
    },
  ],
});
