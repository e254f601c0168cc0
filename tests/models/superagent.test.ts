import { superagent } from '../../src/models/superagent.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const call = "superagent.get('https://shop.example')";

describeModel(superagent, "import superagent from 'superagent'; import needle from 'needle';", [
  way('Client', 'exports', 'superagent.get(INPUT);'),
  way('Client', 'exports.agent()', 'superagent.agent().get(INPUT);'),
  way('Answer', 'Client()', "SINK((await superagent('GET', 'https://shop.example')).text);"),
  way('Answer', 'Client.{get,post,put,patch,delete,del,head,options}()', "SINK((await superagent.EACH('https://shop.example')).text);"),
  way('Answer', 'Client.request()', "SINK((await needle.request('get', 'https://shop.example')).body);"),
  way('Answer', 'Answer.*()', `SINK((await ${call}.set('accept', 'text/plain')).text);`),
  way('Answer', 'Answer.end[0](1)', `${call}.end((err, res) => SINK(res.text));`),
  way('Answer', 'Client.{*}[1..3](1)', "needle.EACH('https://shop.example', { json: true }, (err, res) => SINK(res.body));"),
  way('Answer', 'Client.request[2..4](1)', "needle.request('get', 'https://shop.example', null, {}, (err, res) => SINK(res.body));"),
  source('network', 'Answer.{body,text,headers,header,raw}', `const answer = await ${call}; SINK(answer.EACH);`),
  source('network', 'Answer.get()', `const answer = await ${call}; SINK(answer.get('x-name'));`),
  source('network', 'Client.{*}[1..3](2)', "needle.EACH('https://shop.example', { json: true }, (err, res, body) => SINK(body));"),
  source('error', 'Answer.end[0](0)', `${call}.end((err) => SINK(err));`),
  source('error', 'Client.{*}[1..3](0)', "needle.EACH('https://shop.example', (err) => SINK(err));"),
  source('error', 'Client.request[2..4](0)', "needle.request('get', 'https://shop.example', {}, (err) => SINK(err));"),
  sink('url', 'Client[0]', 'needle(INPUT);', "needle('https://shop.example/' + INPUT);"),
  sink('url', 'Client[1]', "superagent('GET', INPUT);", "superagent('GET', 'https://shop.example');", "needle('https://shop.example', INPUT, {});"),
  sink('url', 'Client.{*}[0]', 'superagent.EACH(INPUT);', "superagent.EACH('https://shop.example', INPUT);", 'superagent.EACH(`https://shop.example/${INPUT}`);'),
  sink('url', 'Client.request[1]', "needle.request('get', INPUT);", "needle.request('get', 'https://shop.example', INPUT);"),
  mark('connects', 'Client', 'superagent("GET", "https://a");'),
  mark('connects', 'Client.{*}', 'superagent.EACH("https://a");'),
  mark('certificates', 'Client.{*}[1..2].rejectUnauthorized', 'superagent.EACH("https://a", { rejectUnauthorized: false });'),
  mark('certificates', 'Client.request[2..3].rejectUnauthorized', 'superagent.request("get", "https://a", null, { rejectUnauthorized: false });'),
]);
