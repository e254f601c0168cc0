import { defineModel } from '../model/dsl.ts';

/** Packages that promise to run code in a box, or say that they run it. */
export const codeRunners = defineModel({
  modules: ['vm2', 'isolated-vm', 'safe-eval', 'safer-eval', 'notevil', 'static-eval', 'eval', 'require-from-string', 'node-eval'],
  types: {
    Box: ['exports.{VM,NodeVM,Isolate}()', ':{VM,NodeVM,Isolate}'],
    Context: ['Box.{createContext,createContextSync}()'],
  },
  sinks: {
    code: [
      'exports[0]',
      'exports.{VMScript,eval,Function}[0]',
      'exports.NodeVM.code[0]',
      'Box.{run,compileScript,compileScriptSync,compileModule,compileModuleSync}[0]',
      'Context.{eval,evalSync,evalIgnored,evalClosure,evalClosureSync,evalClosureIgnored}[0]',
    ],
    path: ['Box.runFile[0]', 'exports.NodeVM.file[0]'],
  },
  flows: ['exports[0] -> ()', 'exports.eval[0] -> ()', 'Box.run[0] -> ()'],
});
