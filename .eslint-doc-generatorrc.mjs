/** Headers of docs/rules/*.md and the table of rules in README.md: `npm run docs` writes them, `--check` compares. */
/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  ruleDocTitleFormat: 'prefix-name',
  ruleDocSectionInclude: ['Why', 'Incorrect', 'Correct', 'What it sees and misses', 'Options', 'Fix'],
  // Pages of rules without options have the heading too, and say so.
  ruleDocSectionOptions: false,
  ruleDocNotices: ['configs', 'fixableAndHasSuggestions', 'options'],
  ruleListColumns: ['name', 'description', 'configsError', 'fixable', 'hasSuggestions'],
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  ignoreConfig: ['all'],
};
