import { defineModel } from '../model/dsl.ts';

export const ws = defineModel({
  modules: ['ws'],
  types: {
    Server: ['exports.{Server,WebSocketServer}()', ':WebSocketServer', '~wss'],
    Socket: ["Server.on('connection')[1](0)", 'Server.handleUpgrade[3](0)'],
    Handler: ["Socket.{on,once,addEventListener}('message')[1]"],
    Client: ['exports()', 'exports.WebSocket()'],
    'http:IncomingMessage': ["Server.on('connection')[1](1)"],
  },
  sources: {
    remote: [
      { at: "Socket.{on,once}('message')[1](0)", never: ['nosql', 'fields'] },
      { at: "Socket.addEventListener('message')[1](0).data", never: ['nosql', 'fields'] },
      { at: 'Socket.onmessage=(0).data', never: ['nosql', 'fields'] },
    ],
    network: ["Client.{on,once}('message')[1](0)"],
  },
  sinks: { url: ['exports[0]', 'exports.WebSocket[0]'], response: ['Socket.send[0]'] },
  marks: { emitter: ['exports', 'exports.WebSocket'], handler: ['Handler'] },
});
