import { resolvePath } from '../../src/models/resolve-path.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(resolvePath, "import resolve from 'resolve-path';", [
  clean('path', 'exports()', 'SINK(resolve(root, INPUT));', 'SINK(root + INPUT);'),
  flow('exports[0..1] -> ()', 'SINK(resolve(root, INPUT));'),
]);
