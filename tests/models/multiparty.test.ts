import { multiparty } from '../../src/models/multiparty.ts';
import { describeModel, mark } from './harness.ts';

describeModel(multiparty, "import multiparty from 'multiparty';", [
  mark('parses', 'exports.Form', 'new multiparty.Form({ maxFilesSize: 9 });', 'new multiparty.Other();'),
  mark('noLimit', 'exports.Form', 'new multiparty.Form();', 'new multiparty.Form({ maxFilesSize: 9 });'),
]);
