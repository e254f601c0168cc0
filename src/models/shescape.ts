import { defineModel } from '../model/dsl.ts';

export const shescape = defineModel({
  modules: ['shescape', 'shescape/stateless'],
  // escape() does not quote: its result is safe only where the shell splits words, as one word it still is an argument
  types: { Escaper: ['exports', 'Shescape()', 'Stateless()', ':Shescape'] },
  sanitizers: { command: ['Escaper.{quote,quoteAll,escape,escapeAll}()'], argument: ['Escaper.{quote,quoteAll,escape,escapeAll}()'] },
  flows: ['Escaper.{quote,quoteAll,escape,escapeAll}[0] -> ()'],
});
