import { request } from '../../src/models/request.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const call = "request('https://shop.example')";

describeModel(request, "import request from 'request';", [
  way('Client', 'exports', 'request(INPUT);'),
  way('Client', 'Client.{defaults,forever}()', 'request.EACH({})(INPUT);'),
  way('Call', 'Client()', `${call}.on('data', (data) => SINK(data));`),
  way('Call', 'Client.{get,post,put,patch,delete,del,head,options}()', "request.EACH('https://shop.example').on('data', (data) => SINK(data));"),
  way('Call', 'Call.{*}()', `${call}.EACH(some).on('data', (data) => SINK(data));`),
  way('Answer', 'Client[1..2](1)', "request('https://shop.example', (err, res) => SINK(res.body));"),
  way('Answer', 'Client.{*}[1..2](1)', "request.EACH('https://shop.example', (err, res) => SINK(res.body));"),
  way('Answer', "Call.{on,once}('response')[1](0)", `${call}.EACH('response', (res) => SINK(res.headers));`),
  source('network', 'Answer.{body,headers,statusMessage}', "request('https://shop.example', (err, res) => SINK(res.EACH));"),
  source('network', 'Client[1..2](2)', "request('https://shop.example', { json: true }, (err, res, body) => SINK(body));"),
  source('network', 'Client.{*}[1..2](2)', "request.EACH('https://shop.example', (err, res, body) => SINK(body));"),
  source('network', "Call.{on,once}('data')[1](0)", `${call}.EACH('data', (data) => SINK(data));`),
  source('network', 'Call.then[0](0)', `${call}.then((body) => SINK(body));`),
  source('error', 'Client[1..2](0)', "request('https://shop.example', (err) => SINK(err));"),
  source('error', 'Client.{*}[1..2](0)', "request.EACH('https://shop.example', (err) => SINK(err));"),
  source('error', "Call.{on,once}('error')[1](0)", `${call}.EACH('error', (err) => SINK(err));`),
  sink('url', 'Client[0]', 'request(INPUT);', "request('https://shop.example', { json: INPUT });", 'request(`https://shop.example/${INPUT}`);'),
  sink('url', 'Client.{*}[0]', 'request.EACH(INPUT);', "request.EACH('https://shop.example');"),
  sink('url', 'Client[0..1].{url,uri,baseUrl}', 'request({ EACH: INPUT });', "request({ EACH: 'https://shop.example', json: INPUT });"),
  sink('url', 'Client.{*}[0..1].{url,uri,baseUrl}', "request.EACH('users', { EACH2: INPUT });", "request.EACH('users', { EACH2: 'https://shop.example', json: INPUT });"),
  sink('url', 'Client.defaults[0].{url,uri,baseUrl}', 'request.defaults({ EACH: INPUT });', "request.defaults({ EACH: 'https://shop.example' });"),
  mark('connects', 'Client', 'request("https://a");'),
  mark('connects', 'Client.{*}', 'request.EACH("https://a");'),
  mark('certificates', 'Client[0..1].{rejectUnauthorized,strictSSL}', 'request({ EACH: false });'),
  mark('certificates', 'Client.{get,post,put,patch,delete,del,head,options}[0..1].{rejectUnauthorized,strictSSL}', 'request.EACH({ EACH2: false });'),
  mark('certificates', 'Client.defaults[0].{rejectUnauthorized,strictSSL}', 'request.defaults({ EACH: false });'),
]);
