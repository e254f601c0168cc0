import { defineModel } from '../model/dsl.ts';

/** Its schemas are JSON schemas, which the engine reads. */
export const ajv = defineModel({
  modules: ['ajv', 'ajv/dist/2019', 'ajv/dist/2020', 'ajv/dist/jtd'],
  types: { Ajv: ['exports()', 'exports.{Ajv,Ajv2019,Ajv2020}()', 'Ajv.{addSchema,addMetaSchema,addFormat,addKeyword,addVocabulary,removeSchema,removeKeyword}()', ':Ajv'] },
  schemas: [
    {
      clean: [],
      checks: [
        { call: 'Ajv.{compile,compileAsync}', schema: '[0]', input: '()[0]', output: true },
        { call: 'Ajv.validate', schema: '[0]', input: '[1]', output: true },
      ],
    },
  ],
});
