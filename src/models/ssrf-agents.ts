import { defineModel } from '../model/dsl.ts';

/** Agents that refuse to connect to addresses inside; the clients' models ask for them. */
export const ssrfAgents = defineModel({
  modules: ['request-filtering-agent', 'ssrf-req-filter'],
  types: { Agent: ['exports()', 'exports.useAgent()', 'exports.{RequestFilteringHttpAgent,RequestFilteringHttpsAgent}()', 'exports.{globalHttpAgent,globalHttpsAgent}'] },
});
