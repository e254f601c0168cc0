import { defineModel } from '../model/dsl.ts';

/** Agents that refuse to connect to addresses inside; the clients' models ask for them. */
export const ssrfAgents = defineModel({
  modules: ['request-filtering-agent', 'ssrf-req-filter'],
  types: {
    Agent: [
      'exports()',
      'exports.requestFilterHandler()',
      { at: 'useAgent()', when: { '[1].allowPrivateIPAddress': { is: 'absent' } } },
      { at: 'exports.{RequestFilteringHttpAgent,RequestFilteringHttpsAgent}()', when: { '[0].allowPrivateIPAddress': { is: 'absent' } } },
      'exports.{globalHttpAgent,globalHttpsAgent}',
    ],
  },
});
