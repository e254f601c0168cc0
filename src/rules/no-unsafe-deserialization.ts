/** Untrusted input that is read by what makes more than data of it: functions, objects of any class, whatever its bytes say. */
import { versionIn, type Finding } from '../engine/index.ts';
import { dropSchema, loadSafely } from '../fixes/yaml-load.ts';
import { taintRule } from '../rule/taint-rule.ts';

const isYaml = ({ sink }: Finding): boolean => sink.path.startsWith('js-yaml:');

export const rule = taintRule({
  name: 'no-unsafe-deserialization',
  kinds: ['deserialize'],
  docs: {
    description: 'disallow untrusted input in deserializers that run code or trust the bytes',
    recommended: 'recommended',
    cwe: ['CWE-502'],
    owasp: ['A08:2021', 'A08:2025'],
    severity: 9.8,
  },
  messages: {
    flow: '`{{source}}` is deserialized{{way}}{{more}}, and code that its sender hid in it runs here: send JSON, and read it by JSON.parse().',
    yaml: '`{{source}}` is read as YAML whose tags make functions{{way}}{{more}}, so code of its sender runs here: read it by the default schema of js-yaml 4, or by safeLoad() of 3.',
    bytes: '`{{source}}` is read by `v8`{{way}}{{more}}, which trusts the bytes, so crafted ones crash the process or bring objects that nobody expects: send JSON, and read it by JSON.parse().',
    safeLoad: 'Read it by {{call}}(), which refuses tags that make functions.',
    dropSchema: 'Read it without tags that make functions.',
  },
  fixable: true,
  messageOf: (finding) => (isYaml(finding) ? 'yaml' : finding.sink.path.startsWith('v8:') ? 'bytes' : 'flow'),
  repair: (finding, { sourceCode, filename }) => {
    if (!isYaml(finding) || !finding.bound) return { reason: 'data of another format is needed' };
    const isOld = versionIn(filename, 'js-yaml', '>=3 <4');
    if (finding.sink.when && !('version' in finding.sink.when)) return dropSchema(finding.call, sourceCode, isOld);
    return isOld === true ? loadSafely(finding.call, sourceCode) : { reason: 'the version is not known to have safeLoad()' };
  },
});
