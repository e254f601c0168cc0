import { defineModel } from '../model/dsl.ts';

/** Objects such as EqualityFilter escape what they are given. */
export const ldapjs = defineModel({
  modules: ['ldapjs', 'ldapts', 'ldapjs-client'],
  types: { Client: ['exports.createClient()', 'exports.Client()', 'exports()', ':Client'] },
  sinks: { ldap: ['Client.search[0]', 'Client.search[1].filter', 'Client.{bind,add,del,modify,modifyDN,compare}[0]', 'exports.{parseFilter,parseDN}[0]', 'exports.FilterParser.parseString[0]'] },
  marks: { certificates: ['exports.{createClient,Client}[0].tlsOptions.rejectUnauthorized'], credential: ['Client.bind[1]'] },
});
