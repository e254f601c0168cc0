import { defineModel } from '../model/dsl.ts';

// formats of a closed alphabet; email, url and base64 are not, nor was cuid in 3
const formats = 'uuid,uuidv4,uuidv6,uuidv7,guid,cuid2,ulid,ksuid,xid,nanoid,ip,ipv4,ipv6,cidrv4,cidrv6,mac,e164,iban,hex,hash';

export const zod = defineModel({
  modules: ['zod', 'zod/v3', 'zod/v4', 'zod/mini', 'zod/v4-mini', 'zod/v4/mini'],
  types: {
    Z: ['exports', 'exports.{z,default}', 'Z.coerce'],
    Type: ['Z.*()', 'Z.{object,strictObject,looseObject,array,set,record,map,tuple}()', 'Z.iso.*()', 'Type.*()', 'Type.{extend,augment,safeExtend}()', ':{ZodType,ZodTypeAny,ZodSchema,ZodObject}'],
  },
  schemas: [
    {
      clean: [
        'Z.{number,int,int32,uint32,float32,float64,int64,uint64,bigint,boolean,stringbool,date,enum,nativeEnum,literal,null,undefined,nan,never,void,symbol}()',
        `Z.{${formats}}()`,
        'Z.iso.*()',
        `Type.{${formats},datetime,date,time,duration}()`,
      ],
      text: ['Z.{string,email,url,base64,base64url,jwt,emoji,httpUrl,hostname,templateLiteral}()'],
      fields: ['Z.{object,strictObject,looseObject}[0]', 'Type.{extend,augment,safeExtend}[0]'],
      items: ['Z.{array,set}[0]', 'Z.record[-1]', 'Z.map[1]', 'Z.tuple[0].*'],
      open: ['Z.looseObject()', 'Type.{passthrough,loose,catchall}()'],
      checks: [
        { call: 'Type.{parse,parseAsync}', schema: '[this]', input: '[0]', output: '()' },
        { call: 'Type.{safeParse,safeParseAsync,spa}', schema: '[this]', input: '[0]', output: '().data' },
        { call: 'Z.{parse,parseAsync}', schema: '[0]', input: '[1]', output: '()' },
        { call: 'Z.{safeParse,safeParseAsync}', schema: '[0]', input: '[1]', output: '().data' },
      ],
    },
  ],
});
