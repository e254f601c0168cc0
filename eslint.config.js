/** We lint ourselves: with typescript-eslint, with the rules for rule authors, and with the plugin that was just built. */
import tsPlugin from '@typescript-eslint/eslint-plugin';
import * as tsParser from '@typescript-eslint/parser';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import secureNode from './dist/index.js';

const typescript = ['**/*.ts'];

export default defineConfig([
  globalIgnores(['dist/', 'examples/', 'tests/**/fixtures/', 'tests/real/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tsPlugin.configs['flat/recommended'].map((config) => ({ ...config, files: typescript })),
  {
    files: typescript,
    languageOptions: { parser: tsParser },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-unused-expressions': 'off',
      // A walk along a linked list may begin at `this`.
      '@typescript-eslint/no-this-alias': 'off',
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      // It cannot see what our createRule adds; the contract test asks for these.
      'eslint-plugin/require-meta-schema': 'off',
      'eslint-plugin/require-meta-has-suggestions': 'off',
      'eslint-plugin/require-meta-default-options': 'off',
      'eslint-plugin/require-meta-languages': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  { files: ['**/*.ts', '**/*.js', '**/*.mjs'], extends: [secureNode.configs.recommended] },
]);
