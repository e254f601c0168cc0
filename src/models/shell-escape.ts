import { defineModel } from '../model/dsl.ts';

export const shellEscape = defineModel({
  modules: ['shell-escape', 'any-shell-escape', 'shell-escape-tag'],
  sanitizers: { command: ['exports()', 'shellEscape()'] },
  flows: ['exports[0] -> ()', 'shellEscape[0..] -> ()'],
});
