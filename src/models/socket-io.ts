import { defineModel } from '../model/dsl.ts';

export const socketIo = defineModel({
  modules: ['socket.io'],
  types: {
    Server: ['exports()', 'exports.Server()', 'Server.of()', ':{Server,Namespace}', '~io'],
    Socket: ["Server.{on,once}('connection'|'connect')[1](0)", 'Server.of[1](0)', 'Server.use[0](0)', ':Socket', '~socket'],
    Handler: ['Socket.{on,once}[1]', 'Socket.{onAny,prependAny}[0]'],
    // what sends to one, to some, to all
    Sender: ['Socket', 'Server', 'Sender.{to,in,except,timeout,compress}()', 'Sender.{broadcast,volatile,local}'],
    'http:IncomingMessage': ['Socket.request'],
  },
  sources: {
    remote: ['Handler(..)', 'Socket.use[0](0)', 'Socket.handshake.{query,auth}', { at: 'Socket.handshake.{headers,url}', never: ['nosql', 'fields'] }],
  },
  sinks: { response: ['Sender.{emit,send,write,emitWithAck}[0..]'] },
  marks: { handler: ['Handler'], cors: ['exports', 'exports.Server'].flatMap((at) => ['[0].cors', '[1].cors'].map((options) => ({ at, when: { [options]: { is: 'present' as const } } }))) },
});
