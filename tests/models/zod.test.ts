import { zod } from '../../src/models/zod.ts';
import { describeModel, lets, mark, schema, way } from './harness.ts';

const parsed = (type: string): string => `SINK(${type}.parse(INPUT));`;
const open = parsed('z.any()');
const field = 'SINK(z.object({ name: z.string() }).parse(INPUT).name);';

describeModel(zod, "import { z } from 'zod';", [
  mark('describes', 'Z.string', 'z.string();', 'z.number();'),
  mark('least', 'Type.{min,length}', 'z.string().EACH(8);', 'z.string().max(8);'),
  way('Z', 'exports', "import * as all from 'zod/mini'; SINK(all.parse(all.string(), INPUT));"),
  way('Z', 'exports.z', "import { z as all } from 'zod'; SINK(all.string().parse(INPUT));"),
  way('Z', 'Z.coerce', parsed('z.coerce.string()')),
  way('Type', 'Z.*()', 'SINK(z.lazy(make).extend({ name: z.string() }).parse(INPUT).name);'),
  way('Type', 'Z.iso.*()', parsed('z.iso.any(z.string()).or(z.string())')),
  way('Type', 'Type.*()', parsed('z.string().trim()')),
  way('Type', ':{ZodType,ZodTypeAny,ZodSchema,ZodObject}', "import type { EACH as T } from 'zod'; declare const type: T; SINK(type.extend({ name: z.string() }).parse(INPUT).name);"),

  schema('clean', 'Z.{keyof,number,int,int32,uint32,float32,float64,int64,uint64,bigint,boolean,stringbool,date,enum,nativeEnum,literal,null,undefined,nan,never,void,symbol}()', parsed('z.EACH()'), open),
  schema('clean', 'Z.{*}()#2', parsed('z.EACH()'), parsed('z.cuid()'), parsed('z.email()')),
  schema('clean', 'Z.iso.*()', parsed('z.iso.date()'), open),
  schema('clean', 'Type.{*}()', parsed('z.string().EACH()'), parsed('z.string().cuid()'), parsed('z.string().email()')),
  schema('text', 'Z.{*}()', parsed('z.EACH()'), open),
  schema('fields', 'Z.{object,strictObject,looseObject}[0]', 'SINK(z.EACH({ id: z.number() }).parse(INPUT).id);', field),
  schema('fields', 'Z.tuple[0]', 'SINK(z.tuple([z.string(), z.number()]).parse(INPUT)[1]);', 'SINK(z.tuple([z.string(), z.number()]).parse(INPUT)[0]);'),
  schema('fields', 'Type.{extend,augment,safeExtend}[0]', 'SINK(z.object({ id: z.string() }).EACH({ id: z.number() }).parse(INPUT).id);', 'SINK(z.object({ id: z.number() }).EACH({ id: z.string() }).parse(INPUT).id);'),
  schema('items', 'Z.{array,set}[0]', 'for (const id of z.EACH(z.number()).parse(INPUT)) SINK(id);', 'for (const id of z.EACH(z.string()).parse(INPUT)) SINK(id);'),
  schema('items', 'Z.record[-1]', 'SINK(z.record(z.string(), z.number()).parse(INPUT)[key]);', 'SINK(z.record(z.string()).parse(INPUT)[key]);'),
  lets('fields', 'Z.{extend,safeExtend}[1]', "import { object, EACH as extend } from 'zod/mini'; SINK(extend(z.object({}), { id: z.string() }).parse(INPUT).id);", "import { object, EACH as extend } from 'zod/mini'; SINK(extend(z.object({}), { id: z.number() }).parse(INPUT).id);"),
  lets('lists', 'Type.array()', 'SINK(z.object({ name: z.string() }).array().parse(INPUT)[0].name);', 'SINK(z.object({ id: z.number() }).array().parse(INPUT)[0].id);'),
  schema('matches', 'Type.regex[0]', parsed('z.string().regex(/^[a-z]{1,9}$/)'), parsed('z.string().regex(/[a-z]/)'), parsed('z.string().regex(pattern)')),
  lets('or', 'Type.or[0]', parsed('z.number().or(z.string())'), parsed('z.number().or(z.boolean())')),
  schema('union', 'Z.union[0]', parsed('z.union([z.number(), z.boolean()])'), parsed('z.union([z.number(), z.string()])'), 'SINK(z.union([z.object({ id: z.number() }), z.object({ id: z.string() })]).parse(INPUT).id);'),
  schema('union', 'Z.discriminatedUnion[1]', "SINK(z.discriminatedUnion('kind', [z.object({ id: z.number() }), z.object({ id: z.uuid() })]).parse(INPUT).id);", "SINK(z.discriminatedUnion('kind', [z.object({ id: z.number() }), z.object({ id: z.string() })]).parse(INPUT).id);"),
  lets('and', 'Type.{and,merge}[0]', 'SINK(z.object({ id: z.number() }).EACH(z.object({ name: z.string() })).parse(INPUT).name);', 'SINK(z.object({ name: z.string() }).EACH(z.object({ id: z.number() })).parse(INPUT).id);'),
  schema('and', 'Type.pipe[0]', parsed('z.string().pipe(z.coerce.number())'), parsed('z.string().pipe(z.email())')),
  schema('and', 'Z.{intersection,pipe}[0..1]', parsed('z.EACH(z.string(), z.number())'), parsed('z.EACH(z.string(), z.email())')),
  schema('and', 'Z.preprocess[1]', parsed('z.preprocess(trim, z.number())'), parsed('z.preprocess(trim, z.string())')),
  schema('and', 'Z.{*}[0]', parsed('z.EACH(z.number())'), parsed('z.EACH(z.string())')),
  lets('and', 'Z.merge[1]', "import { merge } from 'zod/mini'; SINK(merge(z.object({}), z.object({ id: z.string() })).parse(INPUT).id);", "import { merge } from 'zod/mini'; SINK(merge(z.object({}), z.object({ id: z.number() })).parse(INPUT).id);"),
  lets('open', 'Z.looseObject()', 'SINK(z.looseObject({ id: z.number() }).parse(INPUT).name);', 'SINK(z.object({ id: z.number() }).parse(INPUT).name);'),
  lets('open', 'Type.{passthrough,loose,catchall}()', 'SINK(z.object({ id: z.number() }).EACH().parse(INPUT).name);', 'SINK(z.object({ id: z.number() }).strict().parse(INPUT).name);'),
  lets('checks', 'Type.{parse,parseAsync,decode,decodeAsync}', 'SINK(await z.string().EACH(INPUT));', 'SINK(await z.number().EACH(INPUT));'),
  lets('checks', 'Type.{safeParse,safeParseAsync,spa,safeDecode,safeDecodeAsync}', 'const { data } = await z.string().EACH(INPUT); SINK(data);', 'const { data } = await z.number().EACH(INPUT); SINK(data);'),
  lets('checks', 'Z.{parse,parseAsync,decode,decodeAsync}', 'SINK(await z.EACH(z.string(), INPUT));', 'SINK(await z.EACH(z.number(), INPUT));'),
  lets('checks', 'Z.{safeParse,safeParseAsync,safeDecode,safeDecodeAsync}', 'SINK((await z.EACH(z.string(), INPUT)).data);', 'SINK((await z.EACH(z.number(), INPUT)).data);'),
]);
