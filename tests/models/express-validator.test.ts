import { expressValidator } from '../../src/models/express-validator.ts';
import { clean, describeModel, flow, lets, mark, schema, way } from './harness.ts';

/** A route behind this chain, with `body` in its handler once the findings were asked for. */
const route = (chain: string, body: string): string => `app.post('/', ${chain}, (req, res) => { if (!validationResult(req).isEmpty()) return res.end(); ${body} });`;
const unasked = (chain: string, body: string): string => `app.post('/', ${chain}, (req, res) => { ${body} });`;
const id = (step: string): string => route(`body('id').${step}`, 'SINK(req.body.id);');
const open = id('notEmpty()');

describeModel(expressValidator, "import express from 'express'; import * as all from 'express-validator'; const { body, check, query, param, header, cookie, validationResult, matchedData, checkExact } = all; const app = express();", [
  way('Start', 'exports.{check,body,query,param,header,cookie}()', route("EACH('id').not().isEmpty()", 'const data = matchedData(req); SINK(data.id);')),
  way('Start', 'exports.buildCheckFunction()()', "all.buildCheckFunction(['body'])('password').isLength({ min: 8 });"),
  way('Start', 'exports.ExpressValidator().{check,body,query,param,header,cookie}()', "new all.ExpressValidator().EACH('password').isLength({ min: 8 });"),
  way('Negated', 'Chain.not()', id("not().isIn(['a'])")),
  way('Chain', 'Start', "body('password').isLength({ min: 8 });"),
  way('Chain', 'Chain.*()', "body('password').bail().isLength({ min: 8 });"),
  way('Chain', 'Chain.{toInt,toFloat,toBoolean,toDate,escape,trim,ltrim,rtrim,stripLow,whitelist,blacklist,normalizeEmail}()', "body('password').EACH(other).isLength({ min: 8 });"),
  way('Chain', 'Negated.*()', "body('password').not().isEmpty().isLength({ min: 8 });"),
  way('Chain', ':ValidationChain', "import type { ValidationChain } from 'express-validator'; export const f = (chain: ValidationChain) => chain.isLength({ min: 8 });"),
  mark('describes', 'exports.{check,body}', "EACH('password');", "param('password');"),
  mark('least', 'Chain.isLength', "body('password').isLength({ min: 8 });", "body('password').isString();"),

  schema('clean', 'Chain.{*}()', id("EACH(['a', 'b'])"), open, id("not().EACH(['a', 'b'])"), unasked("body('id').EACH(['a', 'b'])", 'SINK(req.body.id);')),
  schema('text', 'Chain.{*}()', id('EACH()'), open, unasked("body('id').EACH()", 'SINK(req.body.id);')),
  schema('matches', 'Chain.matches[0]', id('matches(/^[a-z]{1,9}$/)'), id('matches(/[a-z]/)'), id("matches('[a-z]', 'g')")),
  schema('tested', 'Chain.custom[0]', id('custom((text) => /^[a-z]+$/.test(text))'), id('custom((text) => text.length > 3)'), unasked("body('id').custom((text) => /^[a-z]+$/.test(text))", 'SINK(req.body.id);')),
  schema('turned', 'Chain.customSanitizer[0]', id('customSanitizer((text) => Number(text))'), id('customSanitizer((text) => text.trim())')),
  schema('unseen', 'Chain.if()', id('if(other)'), open),
  lets('matched', 'exports.matchedData()', unasked("body('id').notEmpty()", 'SINK(matchedData(req).id);'), unasked("body('id').isIn(['a'])", 'SINK(matchedData(req).id);'), unasked("body('id').notEmpty()", 'SINK(matchedData(req).other);')),
  lets('matched', 'exports.ExpressValidator().matchedData()', unasked("body('id').notEmpty()", 'SINK(new all.ExpressValidator().matchedData(req).id);'), unasked("body('id').isIn(['a'])", 'SINK(new all.ExpressValidator().matchedData(req).id);')),
  schema('applied', 'Chain.run[0]', "app.post('/', async (req, res) => { await body('id').isIn(['a']).run(req); if (validationResult(req).isEmpty()) SINK(req.body.id); });", "app.post('/', async (req, res) => { await body('id').isIn(['a']).run(req); SINK(req.body.id); });"),
  schema('asked', 'validationResult().throw()', unasked("body('id').isIn(['a'])", 'validationResult(req).throw(); SINK(req.body.id);'), unasked("body('id').isIn(['a'])", 'SINK(req.body.id); validationResult(req).throw();')),
  schema('checks', 'exports.{body,check}', route("EACH('id').isIn(['a'])", 'SINK(req.body.id);'), route("EACH('id').isIn(['a'])", 'SINK(req.body.other);')),
  schema('checks', 'exports.{query,check}', route("EACH('id').isIn(['a'])", 'SINK(req.query.id);'), route("EACH('id').isIn(['a'])", 'SINK(req.query.other);')),
  schema('checks', 'exports.{param,check}', route("EACH('id').isIn(['a'])", 'SINK(req.params.id);'), route("EACH('id').isIn(['a'])", 'SINK(req.params.other);')),
  schema('checks', 'exports.header', route("header('id').isIn(['a'])", 'SINK(req.headers.id);'), route("header('id').isIn(['a'])", 'SINK(req.headers.other);')),
  schema('checks', 'exports.{cookie,check}', route("EACH('id').isIn(['a'])", 'SINK(req.cookies.id);'), route("EACH('id').isIn(['a'])", 'SINK(req.cookies.other);')),

  clean('*', 'Chain.{toInt,toFloat,toBoolean,toDate}()', unasked("body('id').EACH()", 'SINK(req.body.id);'), unasked("body('id').toLowerCase()", 'SINK(req.body.id);')),
  clean('html', 'Chain.escape()', unasked("body('id').escape()", 'SINK(req.body.id);'), unasked("body('id').trim()", 'SINK(req.body.id);')),
  clean('nosql', 'Chain.{trim,ltrim,rtrim,escape,stripLow,whitelist,blacklist,normalizeEmail}()', unasked("body('id').EACH()", 'SINK(req.body.id);'), unasked("body('id').notEmpty()", 'SINK(req.body.id);')),
  flow('checkExact[0] is ()', route("checkExact([body('id').isIn(['a'])])", 'SINK(req.body.id); SINK(req.body.other);')),
]);
