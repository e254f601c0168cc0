import { sanitizeFilename } from '../../src/models/sanitize-filename.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(sanitizeFilename, "import sanitize from 'sanitize-filename';", [
  clean('path', 'exports()', 'SINK(sanitize(INPUT));', 'SINK(INPUT);'),
  flow('exports[0] -> ()', 'SINK(sanitize(INPUT));'),
]);
