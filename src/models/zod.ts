import { defineModel } from '../model/dsl.ts';

// formats of a closed alphabet; email, url and base64 are not, nor was cuid in 3
const formats = 'uuid,uuidv4,uuidv6,uuidv7,guid,cuid2,ulid,ksuid,xid,nanoid,ipv4,ipv6,cidrv4,cidrv6,e164';

export const zod = defineModel({
  modules: ['zod', 'zod/v3', 'zod/v4', 'zod/mini', 'zod/v4-mini', 'zod/v4/mini'],
  types: {
    Z: ['exports', 'exports.z', 'Z.coerce'],
    Coerce: ['Z.coerce'],
    Type: ['Z.*()', 'Z.iso.*()', 'Type.*()', ':{ZodType,ZodTypeAny,ZodSchema,ZodObject}'],
  },
  marks: { describes: ['Z.string'], least: ['Type.{min,length}'] },
  schemas: [
    {
      clean: [
        'Z.{keyof,number,int,int32,uint32,float32,float64,int64,uint64,bigint,boolean,stringbool,date,enum,nativeEnum,literal,null,undefined,nan,never,void,symbol}()',
        `Z.{${formats},mac,iban,creditCard,currencyCode,hex,hash}()`,
        'Z.iso.*()',
        `Type.{keyof,${formats},ip,cidr,datetime,date,time,duration}()`,
      ],
      text: ['Z.{string,email,url,base64,base64url,jwt,emoji,httpUrl,hostname,templateLiteral}()'],
      fields: ['Z.{object,strictObject,looseObject,tuple}[0]', 'Type.{extend,augment,safeExtend}[0]', 'Z.{extend,safeExtend}[1]'],
      items: ['Z.{array,set}[0]', 'Z.record[-1]'],
      lists: ['Type.array()'],
      matches: ['Type.regex[0]'],
      or: ['Type.or[0]'],
      union: ['Z.union[0]', 'Z.discriminatedUnion[1]'],
      and: ['Type.{and,merge,pipe}[0]', 'Z.{intersection,pipe}[0..1]', 'Z.preprocess[1]', 'Z.{optional,nullable,nullish,nonoptional,readonly,partial,pick,omit,required,extend,safeExtend,merge}[0]', 'Z.merge[1]'],
      open: ['Z.looseObject()', 'Type.{passthrough,loose,catchall}()'],
      // anything becomes a boolean, and a text with anything in brackets a date
      made: ['Coerce.{boolean,date}()', 'Type.catch()', 'Z.{catch,preprocess}()'],
      tested: ['Type.refine[0]'],
      turned: ['Type.{transform,overwrite}[0]'],
      unseen: ['Type.{superRefine,check}()', 'Z.{custom,refine,transform}()'],
      checks: [
        { call: 'Type.{parse,decode}', schema: '[this]', input: '[0]', output: '()', passed: 'behind' },
        { call: 'Type.{parseAsync,decodeAsync}', schema: '[this]', input: '[0]', output: '()', passed: 'awaited' },
        { call: 'Type.{safeParse,safeParseAsync,spa,safeDecode,safeDecodeAsync}', schema: '[this]', input: '[0]', output: '().data', passed: '().success', failed: '().error' },
        { call: 'Z.{parse,decode}', schema: '[0]', input: '[1]', output: '()', passed: 'behind' },
        { call: 'Z.{parseAsync,decodeAsync}', schema: '[0]', input: '[1]', output: '()', passed: 'awaited' },
        { call: 'Z.{safeParse,safeParseAsync,safeDecode,safeDecodeAsync}', schema: '[0]', input: '[1]', output: '().data', passed: '().success', failed: '().error' },
      ],
    },
  ],
});
