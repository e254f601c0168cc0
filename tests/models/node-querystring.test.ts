import { nodeQuerystring } from '../../src/models/node-querystring.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(nodeQuerystring, "import querystring from 'node:querystring'; import qs from 'qs'; import queryString from 'query-string';", [
  ...(['html', 'url', 'redirect', 'header', 'log'] as const).flatMap((kind) => [
    clean(kind, 'exports.{escape,encode}()', 'SINK(querystring.EACH(INPUT));', 'SINK(querystring.unescape(INPUT));'),
    clean(kind, 'stringify()', 'SINK(qs.stringify({ name: INPUT }));', 'SINK(qs.stringify({ name: INPUT }, { encode: false }));'),
    clean(kind, 'stringify()#2', 'SINK(qs.stringify({ name: INPUT }, { encode: true }));', 'SINK(queryString.stringifyUrl({ url: INPUT }));'),
  ]),
  ...(['nosql', 'fields'] as const).map((kind) => clean(kind, 'exports.{escape,unescape,stringify,encode,stringifyUrl,extract,pick,exclude}()', "SINK(queryString.EACH(INPUT, ['a']));", 'SINK(queryString.parse(INPUT));')),
  flow('exports.{escape,extract,pick,exclude}[0] -> ()', 'SINK(queryString.EACH(INPUT));', 'SINK(queryString.EACH("a=b"));'),
  flow('exports.{stringify,encode}[0].* -> ()', 'SINK(querystring.EACH({ name: `a ${INPUT}` }));', 'SINK(querystring.EACH({ name: "a" }));'),
  flow('stringifyUrl[0].url -> ()', 'SINK(queryString.stringifyUrl({ url: `https://${INPUT}` }));', 'SINK(queryString.stringifyUrl({ url: "https://shop.example", query: { name: INPUT } }));'),
  flow('exports.{parse,decode,unescape,parseUrl}[0] -> ()', 'SINK(qs.EACH(encodeURIComponent(INPUT)));', 'SINK(qs.EACH("a=b"));'),
]);
