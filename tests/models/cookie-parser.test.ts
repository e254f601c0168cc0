import { cookieParser } from '../../src/models/cookie-parser.ts';
import { describeModel, mark } from './harness.ts';

describeModel(cookieParser, "import parse from 'cookie-parser';", [
  mark('credential', 'exports[0]', 'parse("x");', 'parse();'),
]);
