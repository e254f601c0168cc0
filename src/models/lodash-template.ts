import { defineModel } from '../model/dsl.ts';

/** The method of lodash as a package of its own. */
export const lodashTemplate = defineModel({
  modules: ['lodash.template', 'es6-template-strings'],
  sinks: { template: ['exports[0]'] },
});
