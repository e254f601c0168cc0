import { defineModel } from '../model/dsl.ts';

export const shellQuote = defineModel({
  modules: ['shell-quote'],
  // 1.7.2 and older let a backquote through on Windows drive paths (CVE-2021-42740)
  sanitizers: { command: ['quote()'] },
  flows: ['quote[0] -> ()', 'parse[0] -> ()'],
});
