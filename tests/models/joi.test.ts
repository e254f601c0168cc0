import { joi } from '../../src/models/joi.ts';
import { describeModel, lets, mark, schema, way } from './harness.ts';

const checked = (type: string): string => `SINK(${type}.validate(INPUT).value);`;
const open = checked('Joi.any()');
const celebrated = (part: string, type: string): string => `import express from 'express'; import { celebrate, Joi as J } from 'celebrate'; express().post('/', celebrate({ ${part}: J.object({ id: J.${type}() }) }), (req) => SINK(req.${part}.id));`;

describeModel(joi, "import Joi from 'joi';", [
  mark('describes', 'Joi.string', 'Joi.string();', 'Joi.number();'),
  mark('least', 'Type.{min,length}', 'Joi.string().EACH(8);', 'Joi.string().max(8);'),
  way('Joi', 'exports', checked('Joi.string()')),
  way('Joi', 'exports.Joi', "import { Joi as all } from 'joi'; SINK(all.string().validate(INPUT).value);"),
  way('Joi', 'Joi.{extend,defaults}()', 'SINK(Joi.EACH(other).string().validate(INPUT).value);'),
  way('Type', 'Joi.*()', 'SINK(Joi.link(other).append({ name: Joi.string() }).validate(INPUT).value.name);'),
  way('Type', 'Type.*()', checked('Joi.string().trim()')),
  way('Type', ':{Schema,AnySchema,ObjectSchema,ArraySchema,StringSchema,AlternativesSchema}', "import type { EACH as T } from 'joi'; declare const type: T; SINK(type.append({ name: Joi.string() }).validate(INPUT).value.name);"),
  way('Ref', 'Joi.{ref,in}()', checked("Joi.string().valid(Joi.EACH('other'))")),

  schema('clean', 'Joi.{number,boolean,bool,date,forbidden}()', checked('Joi.EACH()'), open),
  schema('clean', 'Joi.{valid,equal}()', checked("Joi.EACH('a', 'b')"), checked("Joi.EACH(Joi.ref('other'))"), open),
  schema('clean', 'Type.{valid,equal}()', checked("Joi.string().EACH('a', 'b')"), checked("Joi.string().EACH(Joi.ref('other'))"), checked("Joi.string().invalid('a')")),
  schema('clean', 'Type.{only,guid,uuid,alphanum,hex,token,creditCard,isoDate,isoDuration,ip,forbidden}()', checked('Joi.string().EACH()'), checked('Joi.string().email()'), checked('Joi.string().uri()')),
  schema('text', 'Joi.string()', checked('Joi.string()'), open),
  schema('fields', 'Joi.object[0]', 'SINK(Joi.object({ id: Joi.number() }).validate(INPUT).value.id);', 'SINK(Joi.object({ name: Joi.string() }).validate(INPUT).value.name);'),
  schema('fields', 'Type.{keys,append}[0]', 'SINK(Joi.object().EACH({ id: Joi.number() }).validate(INPUT).value.id);', 'SINK(Joi.object({ id: Joi.number() }).EACH({ id: Joi.string() }).validate(INPUT).value.id);'),
  schema('items', 'Type.items[..]', 'SINK(Joi.array().items(Joi.number(), Joi.boolean()).validate(INPUT).value[0]);', 'SINK(Joi.array().items(Joi.string(), Joi.number()).validate(INPUT).value[0]);'),
  schema('items', 'Type.ordered[..]', 'SINK(Joi.array().ordered(Joi.number(), Joi.boolean()).validate(INPUT).value[0]);', 'SINK(Joi.array().ordered(Joi.string()).validate(INPUT).value[0]);'),
  lets('open', 'Type.{unknown,pattern}()', 'SINK(Joi.object({ id: Joi.number() }).EACH(/a/, Joi.any()).validate(INPUT).value.name);', 'SINK(Joi.object({ id: Joi.number() }).validate(INPUT).value.name);', 'SINK({ ...Joi.object({ id: Joi.number() }).EACH(/a/, Joi.any()).validate(INPUT, { stripUnknown: true }).value });'),
  schema('matches', 'Type.{pattern,regex}[0]', checked('Joi.string().EACH(/^[a-z]{1,9}$/)'), checked('Joi.string().EACH(/[a-z]/)'), checked('Joi.string().EACH(/^[a-z]{1,9}$/, { invert: true })')),
  schema('union', 'Joi.{alternatives,alt}[..]', checked('Joi.EACH(Joi.number(), Joi.boolean())'), checked('Joi.EACH(Joi.number(), Joi.string())')),
  schema('union', 'Type.try[..]', checked('Joi.alternatives().try(Joi.number(), Joi.boolean())'), checked('Joi.alternatives().try(Joi.number(), Joi.string())')),
  schema('and', 'Type.concat[0]', checked('Joi.any().concat(Joi.number())'), checked('Joi.any().concat(Joi.string())')),
  lets('made', 'Joi.date()', 'const { error } = Joi.date().validate(INPUT); if (!error) SINK(INPUT);', checked('Joi.date()'), 'const { error } = Joi.number().validate(INPUT); if (!error) SINK(INPUT);'),
  lets('made', 'Type.{failover,replace,truncate}()', 'const { error } = Joi.string().hex().EACH(4, "x").validate(INPUT); if (!error) SINK(INPUT);', checked('Joi.string().hex().EACH(4, "x")')),
  schema('turned', 'Type.custom[0]', checked('Joi.string().custom((text) => Number(text))'), checked('Joi.string().custom((text) => text.trim())')),
  schema('unseen', 'Type.{external,when,conditional}()', checked('Joi.string().EACH(other)'), checked('Joi.string().min(1)')),

  lets('checks', 'Type.validate', checked('Joi.string()'), checked('Joi.number()'), 'const { error } = Joi.number().validate(INPUT); if (error) throw error; SINK(INPUT);', 'if (Joi.number().validate(INPUT).error === undefined) SINK(INPUT);'),
  lets('checks', 'Type.validateAsync', 'SINK(await Joi.string().validateAsync(INPUT));', 'SINK(await Joi.number().validateAsync(INPUT));', 'await Joi.number().validateAsync(INPUT); SINK(INPUT);'),
  lets('checks', 'Joi.attempt', 'SINK(Joi.attempt(INPUT, Joi.string()));', 'SINK(Joi.attempt(INPUT, Joi.number()));', 'Joi.attempt(INPUT, Joi.number()); SINK(INPUT);'),
  schema('checks', 'Joi.assert', 'Joi.assert(INPUT, Joi.number()); SINK(INPUT);', 'Joi.assert(INPUT, Joi.string()); SINK(INPUT);', 'Joi.assert(INPUT, Joi.date()); SINK(INPUT);'),
  lets('checks', 'Joi.validate', 'SINK(Joi.validate(INPUT, Joi.string()).value);', 'SINK(Joi.validate(INPUT, Joi.number()).value);', 'if (!Joi.validate(INPUT, Joi.number()).error) SINK(INPUT);'),
  ...['body', 'query', 'params', 'headers', 'cookies'].map((part, i) => schema('checks', `celebrate${i === 0 ? '' : `#${i + 1}`}`, celebrated(part, 'number'), celebrated(part, 'string'))),
]);
