import { defineModel } from '../model/dsl.ts';

// both patterns of the package are anchored: digits, hex digits, dots and colons only
export const ip = defineModel({
  modules: ['ip'],
  guards: { '*': ['exports.{isV4Format,isV6Format}[0]'] },
});
