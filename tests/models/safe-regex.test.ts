import { safeRegex } from '../../src/models/safe-regex.ts';
import { describeModel, guard } from './harness.ts';

describeModel(safeRegex, "import isSafe from 'safe-regex';", [guard('regex', 'exports[0]', 'const text = INPUT; if (isSafe(text)) SINK(text);', 'const text = INPUT; if (!isSafe(text)) SINK(text);')]);
