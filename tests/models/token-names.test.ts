import { RuleTester } from '@typescript-eslint/rule-tester';
import { tokenNames } from '../../src/models/token-names.ts';
import { rule } from '../../src/rules/no-insecure-random.ts';

const namesIn = (path: string): string[] => (/\{(.*)\}/.exec(path)?.[1] ?? '').split(',');
const sure = tokenNames.sinks?.token?.flatMap((path) => (typeof path === 'string' ? namesIn(path) : [])) ?? [];
const guessed = tokenNames.sinks?.token?.flatMap((path) => (typeof path === 'string' ? [] : namesIn(path.at))) ?? [];
const errors = [{ messageId: 'flow' as const }];

// every name is known as it is, and as a part of another it is none
new RuleTester().run('names of what nobody may guess', rule, {
  valid: [...[...sure, ...guessed].map((name) => `user.${name}Length = 1 + Math.random();`), ...guessed.map((name) => `user.${name} = 1 + Math.random();`)],
  invalid: [...sure.map((name) => ({ code: `user.${name} = 1 + Math.random();`, errors })), ...guessed.map((name) => ({ code: `user.${name} = 1 + Math.random();`, options: [{ unsure: true }] as [{ unsure: boolean }], errors }))],
});
