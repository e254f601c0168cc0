import { bodyParsers } from '../../src/models/body-parsers.ts';
import { multerFilter } from '../../src/models/multer-filter.ts';
import { multiparty } from '../../src/models/multiparty.ts';
import { rawBodyLimit } from '../../src/models/raw-body-limit.ts';
import { uploadLimits } from '../../src/models/upload-limits.ts';
import { describeModel, mark } from './harness.ts';

describeModel(bodyParsers, '', [
  mark('parses', 'exports', "import bodyParser from 'koa-bodyparser'; bodyParser({ jsonLimit: '1mb' });", 'bodyParser({});'),
  mark('parses', 'exports.{*}', "import { EACH } from 'body-parser'; EACH({ limit: '1mb' });", "import { other } from 'body-parser'; other({});"),
]);

describeModel(uploadLimits, '', [
  mark('parses', 'exports', "import multer from 'multer'; multer({ limits: { fileSize: 9 } });", 'multer({});'),
  mark('parses', 'exports.Busboy', "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ limits: { fileSize: 9 } });", 'new Parser({});'),
  mark('noLimit', 'exports', "import upload from 'express-fileupload'; upload({ useTempFiles: true });", "import upload from 'express-fileupload'; upload({ limits: { fileSize: 9 } });"),
  mark('noLimit', 'exports.Busboy', "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ headers });", "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ limits: { fileSize: 9 } });"),
]);

describeModel(multerFilter, "import multer from 'multer';", [mark('noFilter', 'exports', "multer({ dest: 'a' });", 'multer({ fileFilter: check });')]);

describeModel(rawBodyLimit, "import raw from 'raw-body';", [
  mark('parses', 'exports', "raw(stream, { limit: '1mb' });", 'other(stream);'),
  mark('noLimit', 'exports', "raw(stream, 'utf8');", "raw(stream, { limit: '1mb' });", 'raw(stream, options);'),
]);

describeModel(multiparty, "import multiparty from 'multiparty';", [
  mark('parses', 'exports.Form', 'new multiparty.Form({ maxFilesSize: 9 });', 'new multiparty.Other();'),
  mark('noLimit', 'exports.Form', 'new multiparty.Form();', 'new multiparty.Form({ maxFilesSize: 9 });'),
]);
