import { defineModel } from '../model/dsl.ts';

export const ws = defineModel({
  modules: ['ws'],
  types: {
    Server: ['exports.{Server,WebSocketServer}()', ':{Server,WebSocketServer}'],
    Socket: ["Server.{on,once}('connection')[1](0)", 'Server.handleUpgrade[3](0)'],
    Handler: ["Socket.{on,once,addEventListener}('message')[1]", 'Socket.onmessage='],
    Client: ['exports()', 'exports.WebSocket()'],
    'http:IncomingMessage': ["Server.{on,once}('connection')[1](1)", 'Server.handleUpgrade[3](1)'],
  },
  sources: {
    remote: [
      { at: "Socket.{on,once}('message')[1](0)", never: ['nosql', 'fields'] },
      { at: "Socket.addEventListener('message')[1](0).data", never: ['nosql', 'fields'] },
      { at: 'Socket.onmessage=(0).data', never: ['nosql', 'fields'] },
    ],
    network: ["Client.{on,once}('message')[1](0)", "Client.addEventListener('message')[1](0).data", 'Client.onmessage=(0).data'],
    error: ["Client.{on,once}('error')[1](0)", "Socket.{on,once}('error')[1](0)", "Server.{on,once}('error')[1](0)"],
  },
  sinks: { url: ['exports[0]', 'exports.WebSocket[0]'], response: ['Socket.send[0]'] },
  marks: { emitter: ['exports', 'exports.WebSocket'], handler: ['Handler'], certificates: ['exports[1..2].rejectUnauthorized', 'exports.WebSocket[1..2].rejectUnauthorized'], identity: ['exports[1..2].checkServerIdentity'] },
});
