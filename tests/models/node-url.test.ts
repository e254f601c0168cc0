import { nodeUrl } from '../../src/models/node-url.ts';
import { clean, describeModel, flow, guard, way } from './harness.ts';

const parsed = 'const parsed = url.parse(INPUT);';

describeModel(nodeUrl, "import url from 'node:url';", [
  way('global:UrlClass', 'exports.URL', 'SINK(new url.URL(INPUT).href);'),
  way('global:ParamsClass', 'exports.URLSearchParams', 'SINK(new url.URLSearchParams(INPUT).get("a"));'),
  way('Parsed', 'exports.{parse,resolveObject}()', 'SINK(url.EACH(INPUT, "b").format());'),
  clean('url', 'Parsed.{pathname,search,query,hash,path}', `${parsed} SINK(parsed.EACH);`, `${parsed} SINK(parsed.host);`),
  clean('url', 'exports.pathToFileURL()', 'SINK(url.pathToFileURL(INPUT));', 'SINK(url.fileURLToPath(INPUT));'),
  clean('*', 'Parsed.port', `${parsed} SINK(parsed.port);`, `${parsed} SINK(parsed.host);`),
  clean('nosql', 'Parsed.{href,host,hostname,pathname,search,hash}', `${parsed} SINK(parsed.EACH);`, 'SINK(url.parse(INPUT, true).query);'),
  clean('log', 'Parsed.{href,host,hostname,pathname,search,hash,path}', `${parsed} SINK(parsed.EACH);`, 'SINK(url.parse(INPUT, true).query);'),
  guard('url', 'Parsed.{host,hostname}', `${parsed} if (parsed.EACH === 'shop.example') SINK(INPUT);`, `${parsed} if (parsed.protocol === 'https:') SINK(INPUT);`),
  guard('redirect', 'Parsed.{host,hostname}', `${parsed} if (parsed.EACH === 'shop.example') SINK(INPUT);`, `${parsed} if (parsed.EACH !== 'shop.example') SINK(INPUT);`),
  flow('exports.{parse,fileURLToPath}[0] -> ()', 'SINK(url.EACH(INPUT));', 'SINK(url.EACH("https://shop.example"));'),
  flow('exports.{domainToASCII,domainToUnicode,pathToFileURL,urlToHttpOptions}[0] -> ()', 'SINK(url.EACH(INPUT));', 'SINK(url.EACH("shop.example"));'),
  flow('exports.{resolve,resolveObject}[0..1] -> ()', 'SINK(url.EACH("https://shop.example", INPUT));', 'SINK(url.EACH("https://shop.example", "a"));'),
  flow('exports.format[0].* -> ()', 'SINK(url.format({ host: `a.${INPUT}` }));', 'SINK(url.format({ host: "shop.example" }));'),
  flow('Parsed.format[this] -> ()', `${parsed} SINK(parsed.format());`, 'SINK(url.parse("https://shop.example").format());'),
]);
