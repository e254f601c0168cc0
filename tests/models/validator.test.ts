import { validator } from '../../src/models/validator.ts';
import type { Kind } from '../../src/model/dsl.ts';
import { clean, describeModel, flow, guard, way, type Row } from './harness.ts';

const checked = (kind: Kind | '*', path: string, check = 'v.EACH(INPUT)'): Row =>
  guard(kind, path, `if (${check}) SINK(INPUT);`, `if (!${check}) SINK(INPUT);`, `if (${check} || other) SINK(INPUT);`);
const words = 'Validator.{isAlpha,isAlphanumeric,isSlug,isBase32,isBase58}[0]';
const wordKinds = ['sql', 'command', 'path', 'url', 'redirect', 'html', 'header', 'log', 'regex', 'template', 'xpath', 'ldap', 'xml', 'nosql'] as const;

describeModel(validator, "import v from 'validator';", [
  way('Validator', 'exports', 'SINK(v.trim(INPUT));'),
  clean('*', 'Validator.{toInt,toFloat,toBoolean,toDate}()', 'SINK(v.EACH(INPUT));', 'SINK(v.trim(INPUT));'),
  clean('html', 'Validator.escape()', 'SINK(v.escape(INPUT));', 'SINK(v.trim(INPUT));'),
  clean('log', 'Validator.stripLow()', 'SINK(v.stripLow(INPUT));', 'SINK(v.trim(INPUT));'),
  clean('header', 'Validator.stripLow()', 'SINK(v.stripLow(INPUT));'),
  clean('nosql', 'Validator.{*}()', 'SINK(v.EACH(INPUT));'),
  checked('*', 'Validator.{*}[0]'),
  ...wordKinds.map((kind) => checked(kind, words)),
  checked('argument', 'Validator.{isAlpha,isAlphanumeric}[0]'),
  checked('nosql', 'Validator.{isEmail,isURL,isFQDN,isLength,isEmpty,isAscii,isBase64,isJWT,isMobilePhone,matches,equals,isStrongPassword}[0]'),
  flow('Validator.{*}[0] -> ()', 'SINK(v.EACH(INPUT));'),
  flow('Validator.unescape[0] -> ()', 'SINK(v.unescape(INPUT));'),
]);
