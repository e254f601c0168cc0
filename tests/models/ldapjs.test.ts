import { ldapjs } from '../../src/models/ldapjs.ts';
import { describeModel, mark, sink, way } from './harness.ts';

describeModel(ldapjs, "import ldap, { Client, EqualityFilter } from 'ldapjs'; const client = ldap.createClient({});", [
  way('Client', 'exports.createClient()', 'client.search(INPUT);'),
  way('Client', 'exports.Client()', 'new Client({}).search(INPUT);'),
  way('Client', 'exports()', 'new ldap({}).search(INPUT);'),
  way('Client', ':Client', 'export const f = (c: Client) => c.search(INPUT);'),
  sink('ldap', 'Client.search[0]', 'client.search(`ou=${INPUT}`);', 'client.search("dc=shop", { sizeLimit: INPUT });'),
  sink('ldap', 'Client.search[1].filter', 'client.search("dc=shop", { filter: `(uid=${INPUT})` });', 'client.search("dc=shop", { filter: new EqualityFilter({ attribute: "uid", value: INPUT }) });'),
  sink('ldap', 'Client.{bind,add,del,modify,modifyDN,compare}[0]', 'client.EACH(`uid=${INPUT}`);', 'client.EACH("uid=root", INPUT);'),
  sink('ldap', 'exports.{parseFilter,parseDN}[0]', 'ldap.EACH(INPUT);', 'ldap.EACH("x=y");'),
  sink('ldap', 'exports.FilterParser.parseString[0]', 'ldap.FilterParser.parseString(INPUT);', 'ldap.FilterParser.parseString("(uid=root)");'),
  mark('certificates', 'exports.{createClient,Client}[0].tlsOptions.rejectUnauthorized', 'ldap.EACH({ tlsOptions: { rejectUnauthorized: false } });', 'ldap.EACH({ tlsOptions: {} });'),
  mark('credential', 'Client.bind[1]', 'client.bind(dn, "x");'),
]);
