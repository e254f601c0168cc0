import { defineModel } from '../model/dsl.ts';

export const sanitizeHtml = defineModel({
  modules: ['sanitize-html', 'xss', 'insane'],
  sanitizers: { html: ['exports()', 'exports.{filterXSS,escapeHtml}()', 'FilterXSS().process()'] },
  flows: ['exports[0] -> ()', 'exports.{filterXSS,escapeHtml}[0] -> ()', 'FilterXSS().process[0] -> ()'],
});
