import { codeRunners } from '../../src/models/code-runners.ts';
import { describeModel, flow, sink, way } from './harness.ts';

describeModel(codeRunners, "import type { VM, NodeVM, Isolate } from 'vm2'; const run = require('vm2');", [
  way('Box', 'exports.{VM,NodeVM,Isolate}()', 'new run.EACH().run(INPUT);'),
  way('Box', ':{VM,NodeVM,Isolate}', 'export const f = (box: EACH) => box.run(INPUT);'),
  way('Context', 'Box.{createContext,createContextSync}()', '(await new run.Isolate().EACH()).eval(INPUT);'),
  sink('code', 'exports[0]', 'run(INPUT);', 'run("a + 1", { a: INPUT });'),
  sink('code', 'exports.{VMScript,eval,Function}[0]', 'new run.EACH(INPUT);', 'new run.EACH("a + 1");'),
  sink('code', 'exports.NodeVM.code[0]', 'run.NodeVM.code(INPUT);', 'run.NodeVM.code("a + 1");'),
  sink('code', 'Box.{run,compileScript,compileScriptSync,compileModule,compileModuleSync}[0]', 'new run.VM().EACH(INPUT);', 'new run.VM({ sandbox: { a: INPUT } }).EACH("a + 1");'),
  sink('code', 'Context.{eval,evalSync,evalIgnored,evalClosure,evalClosureSync,evalClosureIgnored}[0]', 'new run.Isolate().createContextSync().EACH(INPUT);', 'new run.Isolate().createContextSync().EACH("$0 + 1", [INPUT]);'),
  sink('path', 'Box.runFile[0]', 'new run.VM().runFile(INPUT);', 'new run.VM().runFile("a.js");'),
  sink('path', 'exports.NodeVM.file[0]', 'run.NodeVM.file(INPUT);', 'run.NodeVM.file("a.js");'),
  flow('exports[0] -> ()', 'SINK(run(INPUT));'),
  flow('exports.eval[0] -> ()', 'SINK(run.eval(INPUT));'),
  flow('Box.run[0] -> ()', 'SINK(new run.VM().run(INPUT));'),
]);
