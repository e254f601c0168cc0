import { defineModel } from '../model/dsl.ts';

export const nodeNet = defineModel({
  modules: ['net', 'tls'],
  types: {
    Server: ['exports.{createServer,Server}()', ':Server'],
    Handler: ['exports.{createServer,Server}[0..1]', "Server.on('connection'|'secureConnection')[1]"],
    Peer: ['Handler(0)'],
    Outgoing: ['exports.{connect,createConnection}()', 'exports.{Socket,TLSSocket}()', 'Outgoing.{connect,on,once}()'],
  },
  sources: {
    remote: [
      { at: "Peer.{on,once}('data')[1](0)", never: ['nosql', 'fields'] },
      { at: 'Peer.read()', never: ['nosql', 'fields'] },
    ],
    network: ["Outgoing.{on,once}('data')[1](0)", 'Outgoing.read()'],
    error: ["Outgoing.{on,once}('error')[1](0)", "Peer.{on,once}('error')[1](0)"],
  },
  sinks: {
    url: ['exports.{connect,createConnection}[0].host', 'exports.{connect,createConnection}[1]', 'Outgoing.connect[0].host', 'Outgoing.connect[1]'],
    response: ['Peer.{write,end}[0]'],
    // lines of a protocol, where nobody refuses line ends
    header: ['Peer.{write,end}[0]', 'Outgoing.{write,end}[0]'],
  },
  // an address of digits, hex digits, dots and colons; a zone adds letters
  guards: { '*': ['exports.{isIP,isIPv4,isIPv6}[0]'] },
  marks: {
    emitter: ['exports.{connect,createConnection}'],
    listens: ['Server.listen'],
    handler: ['Handler'],
    certificates: ['exports.connect[0..2].rejectUnauthorized', 'exports.TLSSocket[1].rejectUnauthorized'],
    identity: ['exports.connect[0..2].checkServerIdentity'],
    tlsVersion: ['exports.connect[0..2].{minVersion,maxVersion,secureProtocol}', 'exports.{createServer,createSecureContext}[0].{minVersion,maxVersion,secureProtocol}', 'exports.{DEFAULT_MIN_VERSION,DEFAULT_MAX_VERSION}='],
  },
});
