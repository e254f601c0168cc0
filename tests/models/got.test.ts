import { got } from '../../src/models/got.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(got, "import got, * as all from 'got'; import type { Got, KyInstance } from 'got';", [
  way('Got', 'exports', 'all(INPUT);'),
  way('Got', 'exports.got', 'all.got(INPUT);'),
  way('Got', 'Got.{extend,create}()', 'got.EACH({})(INPUT);'),
  way('Got', ':{Got,KyInstance}', 'export const f = (g: EACH) => g(INPUT);'),
  way('Answer', 'Got()', 'SINK((await got("https://shop.example")).body);'),
  way('Answer', 'Got.{get,post,put,patch,delete,head}()', 'SINK((await got.EACH("https://shop.example")).body);'),
  source('network', 'Answer.{body,headers,statusMessage}', 'const answer = await got("https://shop.example"); SINK(answer.EACH);'),
  source('network', 'Answer.{json,text,buffer,arrayBuffer,blob,formData}()', 'SINK(await got("https://shop.example").EACH());'),
  source('network', "Got.stream().on('data')[1](0)", 'got.stream("https://shop.example").on("data", (data) => SINK(data));'),
  sink('url', 'Got[0]', 'got(INPUT);', 'got("https://shop.example/" + INPUT);'),
  sink('url', 'Got.{get,post,put,patch,delete,head,stream,paginate}[0]', 'got.EACH(INPUT);', 'got.EACH("https://shop.example", { json: INPUT });'),
  sink('url', 'Got[0].url', 'got({ url: INPUT });', 'got({ url: "https://shop.example", json: INPUT });'),
  sink('url', 'Got[1].{prefixUrl,prefix,baseUrl}', 'got("users", { EACH: INPUT });', 'got("users", { EACH: "https://shop.example" });'),
  sink('url', 'Got.extend[0].{prefixUrl,prefix,baseUrl}', 'got.extend({ EACH: INPUT });', 'got.extend({ EACH: "https://shop.example" });'),
  mark('connects', 'Got', 'got("https://a");'),
  mark('connects', 'Got.{get,post,put,patch,delete,head}', 'got.EACH("https://a");', 'got.extend({});'),
  mark('certificates', 'Got[1].https.rejectUnauthorized', 'got("https://a", { https: { rejectUnauthorized: false } });', 'got("https://a", { https: { key } });'),
  mark('certificates', 'Got.{get,post,put,patch,delete,head,stream}[1].https.rejectUnauthorized', 'got.EACH("https://a", { https: { rejectUnauthorized: false } });'),
  mark('certificates', 'Got.extend[0].https.rejectUnauthorized', 'got.extend({ https: { rejectUnauthorized: false } });'),
]);
