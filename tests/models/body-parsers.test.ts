import { bodyParsers } from '../../src/models/body-parsers.ts';
import { describeModel, mark } from './harness.ts';

describeModel(bodyParsers, '', [
  mark('parses', 'exports', "import bodyParser from 'koa-bodyparser'; bodyParser({ jsonLimit: '1mb' });", 'bodyParser({});'),
  mark('parses', 'exports.{*}', "import { EACH } from 'body-parser'; EACH({ limit: '1mb' });", "import { other } from 'body-parser'; other({});"),
]);
