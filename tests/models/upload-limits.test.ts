import { uploadLimits } from '../../src/models/upload-limits.ts';
import { describeModel, mark } from './harness.ts';

describeModel(uploadLimits, '', [
  mark('parses', 'exports', "import multer from 'multer'; multer({ limits: { fileSize: 9 } });", 'multer({});'),
  mark('parses', 'exports.Busboy', "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ limits: { fileSize: 9 } });", 'new Parser({});'),
  mark('noLimit', 'exports', "import upload from 'express-fileupload'; upload({ useTempFiles: true });", "import upload from 'express-fileupload'; upload({ limits: { fileSize: 9 } });"),
  mark('noLimit', 'exports.Busboy', "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ headers });", "import { Busboy as Parser } from '@fastify/busboy'; new Parser({ limits: { fileSize: 9 } });"),
]);
