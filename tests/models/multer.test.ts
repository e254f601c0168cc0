import { multer } from '../../src/models/multer.ts';
import { describeModel, sink, source, way } from './harness.ts';

const storage = (body: string): string => `multer.diskStorage({ EACH: (req, file, cb) => { ${body} } });`;

describeModel(multer, "import multer from 'multer';", [
  way('Storage', 'exports.diskStorage[0]', 'multer.diskStorage({ filename: (req, file, cb) => cb(null, file.originalname) });'),
  way('express:Request', 'Storage.{destination,filename}(0)', storage('SINK(req.query);')),
  way('express:Request', 'exports[0].fileFilter(0)', 'multer({ fileFilter: (req, file, cb) => SINK(req.query) });'),
  source('remote', 'Storage.{destination,filename}(1).{originalname,mimetype,fieldname}', storage('SINK(file.EACH2);')),
  source('remote', 'exports[0].fileFilter(1).{originalname,mimetype}', 'multer({ fileFilter: (req, file, cb) => SINK(file.EACH) });', 'multer({ fileFilter: (req, file, cb) => SINK(file.stream) });'),
  sink('path', 'Storage.{destination,filename}(2)[1]', storage('cb(null, INPUT);'), storage('cb(INPUT, "a");')),
]);
