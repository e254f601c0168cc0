import { entities } from '../../src/models/entities.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(entities, "import * as entities from 'entities';", [
  clean('html', 'exports.{*}()', 'SINK(entities.EACH(INPUT));', 'SINK(entities.decode(entities.EACH(INPUT)));'),
  flow('exports.{encode,escape,encodeHTML,encodeXML,encodeNonAsciiHTML,escapeUTF8,escapeText,escapeAttribute}[0] -> ()', 'SINK(entities.EACH(INPUT));'),
  flow('exports.{decode,decodeHTML,decodeXML,decodeHTMLStrict,decodeEntity}[0] -> ()', 'SINK(entities.EACH(INPUT));'),
]);
