import { ssrfAgents } from '../../src/models/ssrf-agents.ts';
import { describeModel, way } from './harness.ts';

/** What is fetched with an agent that filters is no finding any more; the SINK is one, whoever asks. */
const fetched = (agent: string): string => `http.get(INPUT, { agent: ${agent} }); SINK(INPUT);`;

describeModel(ssrfAgents, "import http from 'node:http'; import * as filtering from 'request-filtering-agent'; import filter from 'ssrf-req-filter';", [
  way('Agent', 'exports()', fetched('filter(INPUT)')),
  way('Agent', 'exports.requestFilterHandler()', fetched('filter.requestFilterHandler(new http.Agent())')),
  way('Agent', 'useAgent()', fetched('filtering.useAgent(INPUT)')),
  way('Agent', 'exports.{RequestFilteringHttpAgent,RequestFilteringHttpsAgent}()', fetched('new filtering.EACH()')),
  way('Agent', 'exports.{globalHttpAgent,globalHttpsAgent}', fetched('filtering.EACH')),
]);
