import { fontoxpath } from '../../src/models/fontoxpath.ts';
import { describeModel, sink } from './harness.ts';

describeModel(fontoxpath, "import * as xpath from 'fontoxpath';", [
  sink('xpath', 'exports.{*}[0]', 'xpath.EACH(`//a[${INPUT}]`, doc);', 'xpath.EACH("//a[@name=$name]", doc, null, { name: INPUT });'),
]);
