import { ajv } from '../../src/models/ajv.ts';
import { describeModel, schema, way } from './harness.ts';

const number = "{ type: 'object', properties: { id: { enum: ['a', 'b'] } } }";
const text = "{ type: 'object', properties: { id: { type: 'string' } } }";
const checked = (maker: string, type = text): string => `if (${maker}.validate(${type}, INPUT)) SINK(INPUT.id);`;

describeModel(ajv, "import Ajv from 'ajv'; const ajv = new Ajv();", [
  way('Ajv', 'exports()', checked('ajv')),
  way('Ajv', 'exports.{Ajv,Ajv2019,Ajv2020}()', `import { EACH as Made } from 'ajv'; ${checked('new Made()')}`),
  way('Ajv', 'Ajv.{addSchema,addMetaSchema,addFormat,addKeyword,addVocabulary,removeSchema,removeKeyword}()', checked("ajv.EACH('a')")),
  way('Ajv', ':Ajv', `import type { Ajv as T } from 'ajv'; declare const one: T; ${checked('one')}`),
  schema('checks', 'Ajv.compile', `const check = ajv.compile(${number}); if (check(INPUT)) SINK(INPUT.id);`, `const check = ajv.compile(${text}); if (check(INPUT)) SINK(INPUT.id);`, `const check = ajv.compile(${number}); check(INPUT); SINK(INPUT.id);`, `const check = ajv.compile(${number}); if (check(INPUT)) SINK(INPUT.other);`),
  schema('checks', 'Ajv.compileAsync', `const check = await ajv.compileAsync(${number}); if (check(INPUT)) SINK(INPUT.id);`, `const check = await ajv.compileAsync(${text}); if (check(INPUT)) SINK(INPUT.id);`),
  schema('checks', 'Ajv.validate', checked('ajv', number), checked('ajv'), `ajv.validate(${number}, INPUT); SINK(INPUT.id);`, `if (!ajv.validate(${number}, INPUT)) SINK(INPUT.id);`),
]);
