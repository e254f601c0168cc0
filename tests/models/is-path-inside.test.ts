import { isPathInside } from '../../src/models/is-path-inside.ts';
import { describeModel, guard } from './harness.ts';

describeModel(isPathInside, "import isInside from 'is-path-inside';", [
  guard('path', 'exports[0]', 'if (isInside(INPUT, root)) SINK(INPUT);', 'if (!isInside(INPUT, root)) SINK(INPUT);', 'if (isInside(root, INPUT)) SINK(INPUT);'),
]);
