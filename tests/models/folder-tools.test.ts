import { folderTools } from '../../src/models/folder-tools.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(folderTools, "import * as tool from 'rimraf'; import remove from 'rimraf';", [
  way('Tool', 'exports', 'tool.sync(INPUT);'),
  sink('path', 'Tool[0]', 'remove(INPUT);', 'remove("a");'),
  sink('path', 'Tool.{*}[0]', 'tool.EACH(INPUT);', 'tool.EACH("a");'),
  sink('path', 'Tool.{*}[1]', 'tool.EACH("a", INPUT);', 'tool.EACH("a", "b");'),
]);
