/** `npm run new-rule NAME`: writes the rule, its doc and its test from a template, and the index. Nothing is overwritten. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const rule = (name: string): string => `/** Says in one or two lines what the danger is, and what the rule takes for safe. */
import { createRule } from '../rule/create-rule.ts';

export const rule = createRule({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow ...',
      recommended: 'strict',
      cwe: ['CWE-0'],
      owasp: ['A03:2021', 'A05:2025'],
      severity: 5,
    },
    messages: {
      found: 'One line: the source, the way, the harm, and what to do.',
    },
  },
  create: (context) => ({
    'Program:exit'(node) {
      context.report({ node, messageId: 'found' });
    },
  }),
});
`;

const doc = (name: string): string => `# ${name}

<!-- end auto-generated rule header -->

## Why

What an attacker does with it, in a few lines.

## Incorrect

\`\`\`ts
\`\`\`

## Correct

\`\`\`ts
\`\`\`

## What it sees and misses

- Sees
- Misses

## Options

None.

## Fix

None: say why no local rewrite is sound.
`;

const test = (name: string): string => `import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/${name}.ts';

new RuleTester().run('${name}', rule, {
  valid: [
    // Each dangerous shape has its safe twin here.
  ],
  invalid: [
    {
      code: '',
      errors: [{ messageId: 'found' }],
    },
  ],
});
`;

const name = process.argv[2] ?? '';
if (!/^(?:no|require)-[a-z]+(?:-[a-z]+)*$/.test(name)) {
  console.error('usage: npm run new-rule NAME, where NAME is no-something or require-something');
  process.exit(2);
}
const files = new Map([
  [`src/rules/${name}.ts`, rule(name)],
  [`docs/rules/${name}.md`, doc(name)],
  [`tests/rules/${name}.test.ts`, test(name)],
]);
const existing = [...files.keys()].filter((file) => existsSync(path.join(root, file)));
if (existing.length > 0) {
  console.error(`There is a rule of that name: ${existing.join(', ')}`);
  process.exit(1);
}
for (const [file, text] of files) {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/rule-index.ts'], { cwd: root, stdio: 'inherit' });
console.log('Fill them in, add a line to CHANGELOG.md, then: npm run docs && npm test');
