import { defineModel } from '../model/dsl.ts';

export const socketIo = defineModel({
  modules: ['socket.io'],
  types: {
    Server: ['exports()', 'exports.Server()', 'Server.of()', ':{Server,Namespace}', '~io'],
    Socket: ["Server.on('connection'|'connect')[1](0)", 'Server.use[0](0)', ':Socket', '~socket'],
    Handler: ['Socket.{on,once}[1]'],
  },
  sources: {
    remote: ['Handler(..)', 'Socket.onAny[0](1..)', 'Socket.use[0](0)', 'Socket.handshake.{query,auth}', { at: 'Socket.handshake.{headers,url}', never: ['nosql', 'fields'] }],
  },
  sinks: { response: ['Socket.{emit,send}[0..]'] },
  marks: { handler: ['Handler'] },
});
