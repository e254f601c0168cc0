import { undici } from '../../src/models/undici.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(undici, "import * as undici from 'undici'; const client = new undici.Client('https://shop.example');", [
  way('Client', 'exports.{Client,Pool,Agent,ProxyAgent,BalancedPool}()', 'new undici.EACH("https://shop.example").request({ origin: INPUT });'),
  way('Client', ':{Client,Pool,Dispatcher}', 'export const f = (c: undici.EACH) => c.request({ origin: INPUT });'),
  way('Answer', 'request()', 'SINK((await undici.request("https://shop.example")).headers);'),
  way('Answer', 'Client.request()', 'SINK((await client.request({})).headers);'),
  way('global:WebResponse', 'fetch()', 'SINK(await (await undici.fetch("https://shop.example")).text());'),
  source('network', 'Answer.headers', 'SINK((await client.request({})).headers.name);'),
  source('network', 'Answer.body.{json,text,arrayBuffer,blob,formData}()', 'const { body } = await client.request({}); SINK(await body.EACH());'),
  source('network', "Answer.body.on('data')[1](0)", 'const { body } = await client.request({}); body.on("data", (data) => SINK(data));'),
  sink('url', 'exports.{fetch,request,stream,pipeline,connect,upgrade}[0]', 'undici.EACH(INPUT);', 'undici.EACH("https://shop.example/" + INPUT);'),
  sink('url', 'exports.{Client,Pool,BalancedPool,WebSocket,EventSource}[0]', 'new undici.EACH(INPUT);', 'new undici.EACH("https://shop.example");'),
  sink('url', 'Client.{request,stream,dispatch}[0].origin', 'client.EACH({ origin: INPUT, path: "/" });', 'client.EACH({ path: INPUT });'),
  mark('connects', 'exports.{fetch,request,stream}', 'undici.EACH("https://a");'),
  mark('connects', 'Client.{request,stream}', 'client.EACH({ path: "/" });'),
  mark('certificates', 'exports.Agent[0].connect.rejectUnauthorized', 'new undici.Agent({ connect: { rejectUnauthorized: false } });', 'new undici.Agent({ connect: { ca } });'),
  mark('certificates', 'exports.{Client,Pool,BalancedPool}[1].connect.rejectUnauthorized', 'new undici.EACH("https://a", { connect: { rejectUnauthorized: false } });'),
  mark('certificates', 'exports.ProxyAgent[0].{requestTls,proxyTls}.rejectUnauthorized', 'new undici.ProxyAgent({ EACH: { rejectUnauthorized: false } });'),
  mark('identity', 'exports.Agent[0].connect.checkServerIdentity', 'new undici.Agent({ connect: { checkServerIdentity: () => {} } });'),
  mark('identity', 'exports.{Client,Pool,BalancedPool}[1].connect.checkServerIdentity', 'new undici.EACH("https://a", { connect: { checkServerIdentity: () => {} } });'),
]);
