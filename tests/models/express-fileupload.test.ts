import { expressFileupload } from '../../src/models/express-fileupload.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(expressFileupload, "import fileUpload from 'express-fileupload';", [
  way('express:Upload', ':UploadedFile', "import type { UploadedFile } from 'express-fileupload'; export const f = (file: UploadedFile) => file.mv(INPUT);"),
  sink('path', 'exports[0].tempFileDir', 'fileUpload({ tempFileDir: INPUT });', 'fileUpload({ debug: INPUT });'),
]);
