import { defineModel } from '../model/dsl.ts';

export const valibot = defineModel({
  modules: ['valibot'],
  types: { V: ['exports'] },
  // a pipe is at least what it begins with
  flows: ['V.{pipe,optional,nullable,nullish,nonOptional,nonNullable,nonNullish,fallback}[0] is ()'],
  schemas: [
    {
      clean: ['V.{number,bigint,boolean,date,picklist,enum,enum_,literal,null,null_,undefined,undefined_,nan,never,void,void_,symbol}()'],
      text: ['V.string()'],
      fields: ['V.{object,strictObject,looseObject}[0]'],
      items: ['V.{array,set}[0]', 'V.record[1]'],
      open: ['V.looseObject()'],
      checks: [
        { call: 'V.parse', schema: '[0]', input: '[1]', output: '()', passed: 'behind' },
        { call: 'V.parseAsync', schema: '[0]', input: '[1]', output: '()', passed: 'awaited' },
        { call: 'V.{safeParse,safeParseAsync}', schema: '[0]', input: '[1]', output: '().output', passed: '().success', failed: '().issues' },
        { call: 'V.is', schema: '[0]', input: '[1]', output: true },
        { call: 'V.assert', schema: '[0]', input: '[1]' },
      ],
    },
  ],
});
