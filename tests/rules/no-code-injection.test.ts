import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-code-injection.ts';

new RuleTester().run('no-code-injection', rule, {
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
