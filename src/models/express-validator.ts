import { defineModel } from '../model/dsl.ts';

/** Nothing holds before somebody asks whether it does. */
const passed = 'validationResult().isEmpty';

export const expressValidator = defineModel({
  modules: ['express-validator'],
  types: {
    Start: ['exports.{check,body,query,param,header,cookie}()', 'exports.buildCheckFunction()()', 'exports.ExpressValidator().{check,body,query,param,header,cookie}()'],
    Chain: ['Start', 'Chain.*()', ':ValidationChain'],
  },
  marks: { describes: ['exports.{check,body}'], least: ['Chain.isLength'] },
  schemas: [
    {
      clean: [
        'Chain.{isInt,isFloat,isDecimal,isNumeric,isBoolean,isUUID,isMongoId,isHexadecimal,isIn,isAlphanumeric,isAlpha,isISO8601,isRFC3339,isPort,isIP,isMD5,isHash,isULID,isSlug,isHexColor,isISO4217,isTime,equals,toInt,toFloat,toBoolean,toDate}()',
      ],
      text: ['Chain.{isString,isEmail,isURL,isFQDN,isStrongPassword,isMobilePhone,isJWT,isBase64,normalizeEmail,escape}()'],
      checks: [
        { call: 'exports.{body,check}', schema: '()', input: 'express:Request.body.$0', passed },
        { call: 'exports.{query,check}', schema: '()', input: 'express:Request.query.$0', passed },
        { call: 'exports.{param,check}', schema: '()', input: 'express:Request.params.$0', passed },
        { call: 'exports.header', schema: '()', input: 'express:Request.headers.$0', passed },
        { call: 'exports.{cookie,check}', schema: '()', input: 'express:Request.cookies.$0', passed },
      ],
    },
  ],
  // only what was validated, whatever came with it
  sanitizers: { fields: ['matchedData()'] },
  flows: ['matchedData[0].body -> ()', 'matchedData[0].query -> ()', 'matchedData[0].params -> ()'],
});
