import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-prototype-pollution.ts';

new RuleTester().run('no-prototype-pollution', rule, {
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
