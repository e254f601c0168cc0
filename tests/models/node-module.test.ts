import { nodeModule } from '../../src/models/node-module.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(nodeModule, "import Module from 'node:module';", [
  way('ModuleClass', 'exports', 'Module._load(INPUT);'),
  way('ModuleClass', 'exports.Module', 'Module.Module._load(INPUT);'),
  sink('code', 'ModuleClass.createRequire()[0]', 'Module.createRequire(__filename)(INPUT);', 'Module.createRequire(__filename)("a");'),
  sink('code', 'ModuleClass()._compile[0]', 'new Module("a")._compile(INPUT, "a");', 'new Module("a")._compile("run()", "a");'),
  sink('code', 'ModuleClass.{_load,register}[0]', 'Module.EACH(INPUT);', 'Module.EACH("a");'),
]);
