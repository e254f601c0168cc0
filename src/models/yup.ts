import { defineModel } from '../model/dsl.ts';

export const yup = defineModel({
  modules: ['yup'],
  types: {
    Yup: ['exports', 'exports.default'],
    Type: ['Yup.*()', 'Yup.{object,array,tuple}()', 'Type.*()', 'Type.{shape,of}()', ':{Schema,AnySchema,ObjectSchema,StringSchema,AnyObjectSchema}'],
  },
  schemas: [
    {
      clean: ['Yup.{number,boolean,bool,date}()', 'Type.{oneOf,uuid,datetime}()'],
      text: ['Yup.string()'],
      fields: ['Yup.object[0]', 'Type.shape[0]'],
      items: ['Yup.array[0]', 'Type.of[0]', 'Yup.tuple[0].*'],
      checks: [
        { call: 'Type.{validate,validateSync}', schema: '[this]', input: '[0]', output: '()' },
        { call: 'Type.{isValid,isValidSync}', schema: '[this]', input: '[0]', output: true },
      ],
    },
  ],
});
