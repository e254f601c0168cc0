import { ws } from '../../src/models/ws.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const on = (body: string): string => `wss.on('connection', (socket) => { ${body} });`;

describeModel(ws, "import WebSocket, { WebSocketServer } from 'ws'; const wss = new WebSocketServer({ port: 80 }); const client = new WebSocket('wss://shop.example');", [
  way('Server', 'exports.{Server,WebSocketServer}()', "new WebSocket.EACH({}).on('connection', (socket) => socket.send(INPUT));"),
  way('Server', ':{Server,WebSocketServer}', "import type { EACH as T } from 'ws'; export const f = (one: T) => one.on('connection', (socket) => socket.send(INPUT));"),
  way('Socket', "Server.{on,once}('connection')[1](0)", "wss.EACH('connection', (socket) => socket.send(INPUT));"),
  way('Socket', 'Server.handleUpgrade[3](0)', 'wss.handleUpgrade(req, raw, head, (socket) => socket.send(INPUT));'),
  way('Handler', "Socket.{on,once,addEventListener}('message')[1]", on("socket.EACH('message', () => work())")),
  way('Handler', 'Socket.onmessage=', on('socket.onmessage = () => work()')),
  way('Client', 'exports()', "client.on('message', (data) => SINK(data));"),
  way('Client', 'exports.WebSocket()', "new WebSocket.WebSocket('wss://shop.example').on('message', (data) => SINK(data));"),
  way('http:IncomingMessage', "Server.{on,once}('connection')[1](1)", "wss.EACH('connection', (socket, req) => SINK(req.url));"),
  way('http:IncomingMessage', 'Server.handleUpgrade[3](1)', 'wss.handleUpgrade(a, raw, head, (socket, req) => SINK(req.url));'),
  source('remote', "Socket.{on,once}('message')[1](0)", on("socket.EACH('message', (data) => SINK(data))")),
  source('remote', "Socket.addEventListener('message')[1](0).data", on("socket.addEventListener('message', ({ data }) => SINK(data))")),
  source('remote', 'Socket.onmessage=(0).data', on('socket.onmessage = (event) => SINK(event.data)')),
  source('network', "Client.{on,once}('message')[1](0)", "client.EACH('message', (data) => SINK(data));"),
  source('network', "Client.addEventListener('message')[1](0).data", "client.addEventListener('message', ({ data }) => SINK(data));"),
  source('network', 'Client.onmessage=(0).data', 'client.onmessage = (event) => SINK(event.data);'),
  source('error', "Client.{on,once}('error')[1](0)", "client.EACH('error', (problem) => SINK(problem));"),
  source('error', "Socket.{on,once}('error')[1](0)", on("socket.EACH('error', (problem) => SINK(problem))")),
  source('error', "Server.{on,once}('error')[1](0)", "wss.EACH('error', (problem) => SINK(problem));"),
  sink('url', 'exports[0]', 'new WebSocket(INPUT);', "new WebSocket('wss://shop.example');", 'new WebSocket(`wss://shop.example/${INPUT}`);'),
  sink('url', 'exports.WebSocket[0]', 'new WebSocket.WebSocket(INPUT);', "new WebSocket.WebSocket('wss://shop.example');"),
  sink('response', 'Socket.send[0]', on('socket.send(INPUT)'), on("socket.send('x')")),
  mark('handler', 'Handler', on("socket.on('message', () => work())")),
  mark('certificates', 'exports[1..2].rejectUnauthorized', 'new WebSocket(url, { rejectUnauthorized: false });'),
  mark('certificates', 'exports.WebSocket[1..2].rejectUnauthorized', 'new WebSocket.WebSocket(url, { rejectUnauthorized: false });'),
  mark('identity', 'exports[1..2].checkServerIdentity', 'new WebSocket(url, { checkServerIdentity: () => {} });'),
  mark('emitter', 'exports', 'new WebSocket(url);'),
  mark('emitter', 'exports.WebSocket', 'new WebSocket.WebSocket(url);'),
]);
