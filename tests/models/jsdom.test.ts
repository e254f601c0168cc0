import { jsdom } from '../../src/models/jsdom.ts';
import { describeModel, sink } from './harness.ts';

describeModel(jsdom, "import { JSDOM } from 'jsdom';", [
  sink('url', 'exports.JSDOM.fromURL[0]', 'JSDOM.fromURL(INPUT);', 'JSDOM.fromURL("https://shop.example/" + INPUT);'),
  sink('path', 'exports.JSDOM.fromFile[0]', 'JSDOM.fromFile(INPUT);', 'new JSDOM(INPUT);'),
]);
