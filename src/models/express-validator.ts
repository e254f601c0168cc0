import { defineModel } from '../model/dsl.ts';

/** Nothing holds before somebody asks whether it does. */
const passed = 'validationResult().isEmpty';

// of a closed alphabet, without quotes, brackets, spaces and what a shell reads
const shapes =
  'isInt,isFloat,isDecimal,isNumeric,isBoolean,isUUID,isMongoId,isHexadecimal,isOctal,isAlphanumeric,isAlpha,isISO8601,isRFC3339,isPort,isIP,isIPRange,isMACAddress,isMD5,isHash,isULID,isSlug,isSemVer,isLocale,isHexColor,isISO4217,isISO31661Alpha2,isISO31661Alpha3,isISO6391,isIBAN,isBIC,isISIN,isEAN,isBase32,isBase58,isEthereumAddress,isBtcAddress,isTime';

export const expressValidator = defineModel({
  modules: ['express-validator'],
  types: {
    Start: ['exports.{check,body,query,param,header,cookie}()', 'exports.buildCheckFunction()()', 'exports.ExpressValidator().{check,body,query,param,header,cookie}()'],
    // `not().isIn(list)` promises nothing
    Negated: ['Chain.not()'],
    Chain: ['Start', 'Chain.*()', 'Chain.{toInt,toFloat,toBoolean,toDate,escape,trim,ltrim,rtrim,stripLow,whitelist,blacklist,normalizeEmail}()', 'Negated.*()', ':ValidationChain'],
  },
  marks: { describes: ['exports.{check,body}'], least: ['Chain.isLength'] },
  schemas: [
    {
      clean: [`Chain.{${shapes},isIn,equals}()`],
      text: ['Chain.{isString,isEmail,isURL,isFQDN,isStrongPassword,isMobilePhone,isJWT,isBase64,isLength}()'],
      matches: [{ at: 'Chain.matches[0]', when: { '[1]': { is: 'absent' } } }],
      tested: ['Chain.custom[0]'],
      turned: ['Chain.customSanitizer[0]'],
      unseen: ['Chain.if()'],
      matched: ['exports.matchedData()', 'exports.ExpressValidator().matchedData()'],
      applied: ['Chain.run[0]'],
      asked: ['validationResult().throw()'],
      checks: [
        { call: 'exports.{body,check}', schema: '()', input: 'express:Request.body.$0', passed },
        { call: 'exports.{query,check}', schema: '()', input: 'express:Request.query.$0', passed },
        { call: 'exports.{param,check}', schema: '()', input: 'express:Request.params.$0', passed },
        { call: 'exports.header', schema: '()', input: 'express:Request.headers.$0', passed },
        { call: 'exports.{cookie,check}', schema: '()', input: 'express:Request.cookies.$0', passed },
      ],
    },
  ],
  sanitizers: {
    // a sanitizer puts its result in the place of the field, asked or not
    '*': ['Chain.{toInt,toFloat,toBoolean,toDate}()'],
    html: ['Chain.escape()'],
    nosql: ['Chain.{trim,ltrim,rtrim,escape,stripLow,whitelist,blacklist,normalizeEmail}()'],
  },
  flows: ['checkExact[0] is ()'],
});
