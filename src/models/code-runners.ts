import { defineModel } from '../model/dsl.ts';

/** Packages that promise to run code in a box. */
export const codeRunners = defineModel({
  modules: ['vm2', 'isolated-vm', 'safe-eval', 'notevil', 'static-eval', 'eval', 'require-from-string', 'node-eval'],
  types: { Box: ['exports.{VM,NodeVM,Isolate}()'] },
  sinks: { code: ['exports[0]', 'exports.{VMScript,safeEval}[0]', 'Box.{run,compileScript,compileScriptSync,compileModule}[0]', 'Box.createContextSync().{eval,evalSync,evalClosure}[0]', 'Box.createContext().{eval,evalSync,evalClosure}[0]'] },
});
