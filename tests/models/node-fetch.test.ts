import { nodeFetch } from '../../src/models/node-fetch.ts';
import { describeModel, mark, sink, way } from './harness.ts';

describeModel(nodeFetch, "import fetch, * as all from 'node-fetch'; import { RequestFilteringHttpAgent } from 'request-filtering-agent';", [
  way('Fetch', 'exports', 'all(INPUT);'),
  way('Fetch', 'exports.{fetch,ofetch,$fetch}', 'all.EACH(INPUT);'),
  way('global:WebResponse', 'Fetch()', 'SINK(await (await fetch("https://shop.example")).text());'),
  sink('url', 'Fetch[0]', 'fetch(INPUT);', 'fetch("https://shop.example/" + INPUT);', 'fetch(INPUT, { agent: new RequestFilteringHttpAgent() });'),
  sink('url', 'Fetch[1].{baseURL,baseUrl}', 'fetch("users", { EACH: INPUT });', 'fetch("users", { body: INPUT });'),
  mark('connects', 'Fetch', 'fetch("https://a");', 'all.isRedirect(1);'),
]);
