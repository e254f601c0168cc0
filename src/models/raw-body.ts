import { defineModel } from '../model/dsl.ts';

export const rawBody = defineModel({
  modules: ['raw-body', 'co-body', 'micro'],
  sources: { remote: ['exports()', 'exports.{json,form,text,buffer}()', 'exports[1..2](1)'] },
});
