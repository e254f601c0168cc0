import { defineModel } from '../model/dsl.ts';

/** Tags of YAML that make functions. `undefined` and `regexp` of the same package make none. */
export const jsYamlJsTypes = defineModel({
  modules: ['js-yaml-js-types'],
  types: { Tags: ['exports.{all,function}'] },
});
