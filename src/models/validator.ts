import { defineModel } from '../model/dsl.ts';

// throws on what is no string; each allows a closed set of characters or values
const shapes = ['Validator.{isInt,isFloat,isDecimal,isNumeric,isBoolean,isUUID,isMongoId,isHexadecimal,isOctal,isMD5,isHash,isPort,isCreditCard,isLuhnNumber,isISO8601,isRFC3339,isIP,isBIC,isEthereumAddress,isBtcAddress,isHexColor,isULID,isISIN,isEAN,isISO31661Alpha2,isISO31661Alpha3,isISO4217,isTime}[0]'];
// `constructor` is a word as well
const words = ['Validator.{isAlpha,isAlphanumeric,isSlug,isBase32,isBase58}[0]'];

export const validator = defineModel({
  modules: ['validator', 'validator/lib/*', 'validator/es/lib/*'],
  types: { Validator: ['exports'] },
  sanitizers: {
    '*': ['Validator.{toInt,toFloat,toBoolean,toDate}()'],
    html: ['Validator.escape()'],
    log: ['Validator.stripLow()'],
    header: ['Validator.stripLow()'],
    nosql: ['Validator.{trim,ltrim,rtrim,escape,unescape,stripLow,whitelist,blacklist,normalizeEmail}()'],
  },
  guards: {
    '*': shapes,
    sql: words,
    command: words,
    argument: ['Validator.{isAlpha,isAlphanumeric}[0]'],
    path: words,
    url: words,
    redirect: words,
    html: words,
    header: words,
    log: words,
    regex: words,
    template: words,
    xpath: words,
    ldap: words,
    xml: words,
    nosql: [...words, 'Validator.{isEmail,isURL,isFQDN,isLength,isEmpty,isAscii,isBase64,isJWT,isMobilePhone,matches,equals,isStrongPassword}[0]'],
  },
  flows: [
    'Validator.{trim,ltrim,rtrim,escape,stripLow,whitelist,blacklist,normalizeEmail}[0] -> ()',
    { flow: 'Validator.unescape[0] -> ()', again: ['html'] },
  ],
});
