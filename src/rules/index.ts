// Generated from the files of this folder by `npm run generate`.
import { rule as noBlockingInHandler } from './no-blocking-in-handler.ts';
import { rule as noCodeInjection } from './no-code-injection.ts';
import { rule as noCommandInjection } from './no-command-injection.ts';
import { rule as noDynamicShellCommand } from './no-dynamic-shell-command.ts';
import { rule as noHardcodedSecret } from './no-hardcoded-secret.ts';
import { rule as noHeaderInjection } from './no-header-injection.ts';
import { rule as noIncompleteSanitization } from './no-incomplete-sanitization.ts';
import { rule as noIncompleteUrlCheck } from './no-incomplete-url-check.ts';
import { rule as noInsecureRandom } from './no-insecure-random.ts';
import { rule as noInsecureTls } from './no-insecure-tls.ts';
import { rule as noLdapXpathInjection } from './no-ldap-xpath-injection.ts';
import { rule as noLogInjection } from './no-log-injection.ts';
import { rule as noMassAssignment } from './no-mass-assignment.ts';
import { rule as noNosqlInjection } from './no-nosql-injection.ts';
import { rule as noOpenRedirect } from './no-open-redirect.ts';
import { rule as noPathTraversal } from './no-path-traversal.ts';
import { rule as noPermissiveCors } from './no-permissive-cors.ts';
import { rule as noPrototypePollution } from './no-prototype-pollution.ts';
import { rule as noPublicRoot } from './no-public-root.ts';
import { rule as noReflectedXss } from './no-reflected-xss.ts';
import { rule as noRegexInjection } from './no-regex-injection.ts';
import { rule as noRootPrivilege } from './no-root-privilege.ts';
import { rule as noSecretInLog } from './no-secret-in-log.ts';
import { rule as noSecretInResponse } from './no-secret-in-response.ts';
import { rule as noSqlInjection } from './no-sql-injection.ts';
import { rule as noSsrf } from './no-ssrf.ts';
import { rule as noStackInResponse } from './no-stack-in-response.ts';
import { rule as noTemplateInjection } from './no-template-injection.ts';
import { rule as noTimingUnsafeCompare } from './no-timing-unsafe-compare.ts';
import { rule as noTypeConfusion } from './no-type-confusion.ts';
import { rule as noUnboundedResource } from './no-unbounded-resource.ts';
import { rule as noUnsafeBuffer } from './no-unsafe-buffer.ts';
import { rule as noUnsafeDeserialization } from './no-unsafe-deserialization.ts';
import { rule as noUnsafePackage } from './no-unsafe-package.ts';
import { rule as noUnsafeRegex } from './no-unsafe-regex.ts';
import { rule as noUserEnumeration } from './no-user-enumeration.ts';
import { rule as noWeakCipher } from './no-weak-cipher.ts';
import { rule as noWeakHash } from './no-weak-hash.ts';
import { rule as noXxe } from './no-xxe.ts';
import { rule as requireAsyncErrorHandling } from './require-async-error-handling.ts';
import { rule as requireBodyLimit } from './require-body-limit.ts';
import { rule as requireCsrfProtection } from './require-csrf-protection.ts';
import { rule as requireJwtVerification } from './require-jwt-verification.ts';
import { rule as requireParameterizedQuery } from './require-parameterized-query.ts';
import { rule as requirePasswordKdf } from './require-password-kdf.ts';
import { rule as requireRateLimit } from './require-rate-limit.ts';
import { rule as requireSecureCookie } from './require-secure-cookie.ts';
import { rule as requireSecurityHeaders } from './require-security-headers.ts';
import { rule as requireSessionHardening } from './require-session-hardening.ts';

export const rules = {
  'no-blocking-in-handler': noBlockingInHandler,
  'no-code-injection': noCodeInjection,
  'no-command-injection': noCommandInjection,
  'no-dynamic-shell-command': noDynamicShellCommand,
  'no-hardcoded-secret': noHardcodedSecret,
  'no-header-injection': noHeaderInjection,
  'no-incomplete-sanitization': noIncompleteSanitization,
  'no-incomplete-url-check': noIncompleteUrlCheck,
  'no-insecure-random': noInsecureRandom,
  'no-insecure-tls': noInsecureTls,
  'no-ldap-xpath-injection': noLdapXpathInjection,
  'no-log-injection': noLogInjection,
  'no-mass-assignment': noMassAssignment,
  'no-nosql-injection': noNosqlInjection,
  'no-open-redirect': noOpenRedirect,
  'no-path-traversal': noPathTraversal,
  'no-permissive-cors': noPermissiveCors,
  'no-prototype-pollution': noPrototypePollution,
  'no-public-root': noPublicRoot,
  'no-reflected-xss': noReflectedXss,
  'no-regex-injection': noRegexInjection,
  'no-root-privilege': noRootPrivilege,
  'no-secret-in-log': noSecretInLog,
  'no-secret-in-response': noSecretInResponse,
  'no-sql-injection': noSqlInjection,
  'no-ssrf': noSsrf,
  'no-stack-in-response': noStackInResponse,
  'no-template-injection': noTemplateInjection,
  'no-timing-unsafe-compare': noTimingUnsafeCompare,
  'no-type-confusion': noTypeConfusion,
  'no-unbounded-resource': noUnboundedResource,
  'no-unsafe-buffer': noUnsafeBuffer,
  'no-unsafe-deserialization': noUnsafeDeserialization,
  'no-unsafe-package': noUnsafePackage,
  'no-unsafe-regex': noUnsafeRegex,
  'no-user-enumeration': noUserEnumeration,
  'no-weak-cipher': noWeakCipher,
  'no-weak-hash': noWeakHash,
  'no-xxe': noXxe,
  'require-async-error-handling': requireAsyncErrorHandling,
  'require-body-limit': requireBodyLimit,
  'require-csrf-protection': requireCsrfProtection,
  'require-jwt-verification': requireJwtVerification,
  'require-parameterized-query': requireParameterizedQuery,
  'require-password-kdf': requirePasswordKdf,
  'require-rate-limit': requireRateLimit,
  'require-secure-cookie': requireSecureCookie,
  'require-security-headers': requireSecurityHeaders,
  'require-session-hardening': requireSessionHardening,
};
