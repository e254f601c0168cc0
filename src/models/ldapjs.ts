import { defineModel } from '../model/dsl.ts';

export const ldapjs = defineModel({
  modules: ['ldapjs', 'ldapts'],
  types: { Client: ['createClient()', 'exports.Client()', ':Client'] },
  sinks: { ldap: ['Client.search[0]', 'Client.search[1].filter', 'Client.{bind,add,del,modify,modifyDN,compare}[0]', 'exports.parseFilter[0]'] },
});
