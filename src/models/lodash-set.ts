import { defineModel } from '../model/dsl.ts';

/** Never mended: CVE-2020-8203. The function of lodash itself was. */
export const lodashSet = defineModel({
  modules: ['lodash.set', 'lodash.setwith'],
  sinks: { key: ['exports[1]'] },
  flows: ['exports[0] -> ()'],
});
