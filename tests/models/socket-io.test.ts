import { socketIo } from '../../src/models/socket-io.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

const on = (body: string): string => `io.on('connection', (socket) => { ${body} });`;

describeModel(socketIo, "import { Server } from 'socket.io'; const io = new Server(3000);", [
  way('Server', 'exports()', "import make from 'socket.io'; make(3000).on('connection', (s) => s.on('name', (name) => SINK(name)));"),
  way('Server', 'exports.Server()', on("socket.on('name', (name) => SINK(name))")),
  way('Server', 'Server.of()', "io.of('/a').on('connection', (s) => s.on('name', (name) => SINK(name)));"),
  way('Server', ':{Server,Namespace}', "import type { EACH as T } from 'socket.io'; export const f = (one: T) => one.on('connection', (s) => s.on('name', (name) => SINK(name)));"),
  way('Server', '~io', "export const f = (io, socket) => io.on('connection', (s) => s.on('name', (name) => SINK(name)));"),
  way('Socket', "Server.{on,once}('connection'|'connect')[1](0)", "io.EACH('EACH2', (s) => s.on('name', (name) => SINK(name)));"),
  way('Socket', 'Server.of[1](0)', "io.of('/a', (s) => s.on('name', (name) => SINK(name)));"),
  way('Socket', 'Server.use[0](0)', 'io.use((s, next) => SINK(s.handshake.auth.name));'),
  way('Socket', ':Socket', "import type { Socket } from 'socket.io'; export const f = (s: Socket) => s.on('name', (name) => SINK(name));"),
  way('Socket', '~socket', "export const f = (io, socket) => socket.on('name', (name) => SINK(name));"),
  way('Handler', 'Socket.{on,once}[1]', on("socket.EACH('name', (name) => SINK(name))")),
  way('Handler', 'Socket.{onAny,prependAny}[0]', on('socket.EACH((event, name) => SINK(name))')),
  way('Sender', 'Socket', on("socket.emit('name', INPUT)")),
  way('Sender', 'Server', "io.emit('name', INPUT);"),
  way('Sender', 'Sender.{to,in,except,timeout,compress}()', "io.EACH('room').emit('name', INPUT);"),
  way('Sender', 'Sender.{broadcast,volatile,local}', on("socket.EACH.emit('name', INPUT)")),
  way('http:IncomingMessage', 'Socket.request', on('SINK(socket.request.url)')),
  source('remote', 'Handler(..)', on("socket.on('name', (name) => SINK(name))")),
  source('remote', 'Socket.use[0](0)', on('socket.use(([event, name], next) => SINK(name))')),
  source('remote', 'Socket.handshake.{query,auth}', on('SINK(socket.handshake.EACH)')),
  source('remote', 'Socket.handshake.{headers,url}', on('SINK(socket.handshake.EACH)')),
  sink('response', 'Sender.{emit,send,write,emitWithAck}[0..]', on("socket.EACH('problem', INPUT)"), on("socket.EACH('problem', 'x')")),
  mark('cors', 'exports', "import make from 'socket.io'; make({ cors: { origin: 'x' } });", "import make from 'socket.io'; make({});"),
  mark('cors', 'exports#2', "import make from 'socket.io'; make(3000, { cors: { origin: 'x' } });", "import make from 'socket.io'; make(3000, {});"),
  mark('cors', 'exports.Server', "new Server({ cors: { origin: 'x' } });", 'new Server({});'),
  mark('cors', 'exports.Server#2', "new Server(3000, { cors: { origin: 'x' } });", 'new Server(3000, {});'),
  mark('handler', 'Handler', on("socket.on('name', () => work())")),
]);
