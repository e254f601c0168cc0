import { multerFilter } from '../../src/models/multer-filter.ts';
import { describeModel, mark } from './harness.ts';

describeModel(multerFilter, "import multer from 'multer';", [mark('noFilter', 'exports', "multer({ dest: 'a' });", 'multer({ fileFilter: check });')]);
