import { nodeVm } from '../../src/models/node-vm.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(nodeVm, "import vm from 'node:vm';", [
  sink('code', 'exports.{runInContext,runInNewContext,runInThisContext,compileFunction,Script,SourceTextModule}[0]', 'new vm.EACH(`a = ${INPUT}`);', 'new vm.EACH("a = b", { b: INPUT });', 'new vm.EACH(`a = ${Number(INPUT)}`);'),
  sink('code', 'exports.compileFunction[1].*', 'vm.compileFunction("return a", [INPUT]);', 'vm.compileFunction("return a", ["a"]);'),
  flow('exports.{runInContext,runInNewContext,runInThisContext}[0] -> ()', 'SINK(vm.EACH(INPUT));'),
]);
