import { defineModel } from '../model/dsl.ts';

export const yup = defineModel({
  modules: ['yup'],
  types: {
    Yup: ['exports'],
    Type: ['Yup.*()', 'Type.*()', ':{Schema,AnySchema,ObjectSchema,StringSchema,AnyObjectSchema}'],
  },
  flows: ['Type.cast[0] -> ()'],
  marks: { describes: ['Yup.string'], least: ['Type.{min,length}'] },
  schemas: [
    {
      clean: ['Yup.{number,boolean,bool,date}()', 'Type.{oneOf,equals,is,uuid,datetime}()'],
      text: ['Yup.string()'],
      fields: ['Yup.object[0]', 'Type.shape[0]', 'Yup.tuple[0]'],
      items: ['Yup.array[0]', 'Type.of[0]'],
      // what is not described stays, unless it is asked for
      open: ['Yup.object()'],
      closed: ['Type.{noUnknown,exact,stripUnknown}()'],
      matches: ['Type.matches[0]'],
      and: ['Type.concat[0]'],
      made: ['Yup.date()'],
      tested: ['Type.test[-1]'],
      turned: ['Type.transform[0]'],
      unseen: ['Type.when()'],
      checks: [
        { call: 'Type.validate', schema: '[this]', input: '[0]', output: '()', passed: 'awaited', drops: { '[1].stripUnknown': true } },
        { call: 'Type.validateSync', schema: '[this]', input: '[0]', output: '()', passed: 'behind', drops: { '[1].stripUnknown': true } },
        { call: 'Type.{isValid,isValidSync}', schema: '[this]', input: '[0]', output: true },
      ],
    },
  ],
});
