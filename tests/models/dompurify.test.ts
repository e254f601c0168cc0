import { dompurify } from '../../src/models/dompurify.ts';
import { clean, describeModel, flow, way } from './harness.ts';

describeModel(dompurify, "import purify from 'dompurify'; import * as all from 'isomorphic-dompurify'; import type { DOMPurify } from 'dompurify';", [
  way('Purify', 'exports', 'SINK(all.sanitize(INPUT));'),
  way('Purify', 'exports()', 'SINK(purify(window).sanitize(INPUT));'),
  way('Purify', ':DOMPurify', 'export const f = (p: DOMPurify) => SINK(p.sanitize(INPUT));'),
  clean('html', 'Purify.sanitize()', 'SINK(purify.sanitize(INPUT));', 'SINK(INPUT);'),
  flow('Purify.sanitize[0] -> ()', 'SINK(purify.sanitize(INPUT));'),
]);
