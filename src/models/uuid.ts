import { defineModel } from '../model/dsl.ts';

export const uuid = defineModel({
  modules: ['uuid'],
  sources: { random: ['exports.{v1,v6}()'] },
  guards: { '*': ['validate[0]'] },
  sanitizers: { '*': ['exports.{parse,stringify,v3,v5}()'] },
});
