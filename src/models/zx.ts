import { defineModel } from '../model/dsl.ts';

export const zx = defineModel({
  modules: ['zx', 'zx/core', 'zx/globals'],
  types: {
    // holes of the template are quoted, unless quoting is off or the text is no template
    Unquoted: [{ at: '$()', when: { '[0].quote': false } }],
  },
  sinks: {
    command: ['$[0]', '$.sync[0]', 'Unquoted[..]'],
    url: ['fetch[0]'],
    path: ['cd[0]'],
  },
  sanitizers: { command: ['exports.{quote,quotePowerShell}()'] },
  flows: ['exports.{quote,quotePowerShell}[0] -> ()'],
});
