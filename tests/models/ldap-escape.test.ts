import { ldapEscape } from '../../src/models/ldap-escape.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(ldapEscape, "import escape from 'ldap-escape';", [
  clean('ldap', 'exports.{filter,dn}()', 'SINK(escape.EACH`x=${INPUT}`);', 'SINK(`x=${INPUT}`);'),
  flow('exports.{filter,dn}[1..] -> ()', 'SINK(escape.EACH`x=${INPUT}`);'),
]);
