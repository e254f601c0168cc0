import { yup } from '../../src/models/yup.ts';
import { describeModel, flow, lets, mark, schema, way } from './harness.ts';

const checked = (type: string): string => `SINK(${type}.validateSync(INPUT));`;
const open = checked('yup.mixed()');

describeModel(yup, "import * as yup from 'yup';", [
  mark('describes', 'Yup.string', 'yup.string();', 'yup.number();'),
  mark('least', 'Type.{min,length}', 'yup.string().EACH(8);', 'yup.string().max(8);'),
  way('Yup', 'exports', checked('yup.string()')),
  way('Type', 'Yup.*()', 'SINK(yup.mixed().shape({ name: yup.string() }).validateSync(INPUT).name);'),
  way('Type', 'Type.*()', checked('yup.string().trim()')),
  way('Type', ':{Schema,AnySchema,ObjectSchema,StringSchema,AnyObjectSchema}', "import type { EACH as T } from 'yup'; declare const type: T; SINK(type.shape({ name: yup.string() }).validateSync(INPUT).name);"),
  flow('Type.cast[0] -> ()', 'SINK(yup.string().cast(INPUT));', 'SINK(yup.string().cast("a"));'),

  schema('clean', 'Yup.{number,boolean,bool,date}()', checked('yup.EACH()'), open),
  schema('clean', 'Type.{oneOf,equals,is,uuid,datetime}()', checked("yup.string().EACH(['a', 'b'])"), checked('yup.string().email()')),
  schema('text', 'Yup.string()', checked('yup.string()'), open),
  schema('fields', 'Yup.object[0]', 'SINK(yup.object({ id: yup.number() }).validateSync(INPUT).id);', 'SINK(yup.object({ name: yup.string() }).validateSync(INPUT).name);'),
  schema('fields', 'Type.shape[0]', 'SINK(yup.object().shape({ id: yup.number() }).validateSync(INPUT).id);', 'SINK(yup.object().shape({ name: yup.string() }).validateSync(INPUT).name);'),
  schema('fields', 'Yup.tuple[0]', 'SINK(yup.tuple([yup.string(), yup.number()]).validateSync(INPUT)[1]);', 'SINK(yup.tuple([yup.string(), yup.number()]).validateSync(INPUT)[0]);'),
  schema('items', 'Yup.array[0]', 'SINK(yup.array(yup.number()).validateSync(INPUT)[0]);', 'SINK(yup.array(yup.string()).validateSync(INPUT)[0]);'),
  schema('items', 'Type.of[0]', 'SINK(yup.array().of(yup.number()).validateSync(INPUT)[0]);', 'SINK(yup.array().of(yup.string()).validateSync(INPUT)[0]);'),
  lets('open', 'Yup.object()', 'SINK({ ...yup.object({ id: yup.number() }).validateSync(INPUT) });', 'SINK({ ...yup.object({ id: yup.number() }).validateSync(INPUT, { stripUnknown: true }) });'),
  schema('closed', 'Type.{noUnknown,exact,stripUnknown}()', 'SINK({ ...yup.object({ id: yup.number() }).EACH().validateSync(INPUT) });', 'SINK({ ...yup.object({ id: yup.number() }).required().validateSync(INPUT) });'),
  schema('matches', 'Type.matches[0]', checked('yup.string().matches(/^[a-z]{1,9}$/)'), checked('yup.string().matches(/[a-z]/)')),
  lets('and', 'Type.concat[0]', 'SINK(yup.object({ name: yup.mixed() }).noUnknown().concat(yup.object({ name: yup.mixed(), text: yup.string() }).noUnknown()).validateSync(INPUT).text);', 'SINK(yup.object({ name: yup.mixed() }).concat(yup.object({ id: yup.number() })).validateSync(INPUT).id);'),
  lets('made', 'Yup.date()', 'yup.date().validateSync(INPUT); SINK(INPUT);', 'SINK(yup.date().validateSync(INPUT));', 'yup.number().validateSync(INPUT); SINK(INPUT);'),
  schema('tested', 'Type.test[-1]', checked("yup.string().test('word', 'no', (text) => /^[a-z]+$/.test(text))"), checked("yup.string().test('word', 'no', (text) => text.length > 3)")),
  schema('turned', 'Type.transform[0]', checked('yup.string().transform((text) => Number(text))'), checked('yup.string().transform((text) => text.trim())')),
  schema('unseen', 'Type.when()', checked("yup.string().when('a', other)"), checked('yup.string().min(1)')),
  lets('checks', 'Type.validate', 'SINK(await yup.string().validate(INPUT));', 'SINK(await yup.number().validate(INPUT));', 'await yup.number().validate(INPUT); SINK(INPUT);'),
  lets('checks', 'Type.validateSync', 'SINK(yup.string().validateSync(INPUT));', 'SINK(yup.number().validateSync(INPUT));', 'yup.number().validateSync(INPUT); SINK(INPUT);'),
  schema('checks', 'Type.{isValid,isValidSync}', 'if (await yup.string().uuid().EACH(INPUT)) SINK(INPUT);', 'if (await yup.string().EACH(INPUT)) SINK(INPUT);'),
]);
