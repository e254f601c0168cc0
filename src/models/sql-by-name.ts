import { defineModel } from '../model/dsl.ts';

// any value whose own model does not know the method: counts only where the text reads as SQL
export const sqlByName = defineModel({
  modules: ['global'],
  sinks: { sql: ['*.{query,execute,raw,executeQuery,queryRaw}[0]'] },
});
