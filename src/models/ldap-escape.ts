import { defineModel } from '../model/dsl.ts';

export const ldapEscape = defineModel({
  modules: ['ldap-escape'],
  sanitizers: { ldap: ['exports.{filter,dn}()'] },
  flows: ['exports.{filter,dn}[1..] -> ()'],
});
