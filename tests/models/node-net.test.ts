import { nodeNet } from '../../src/models/node-net.ts';
import { describeModel, guard, mark, sink, source, way } from './harness.ts';

const serve = (body: string): string => `net.createServer((peer) => { ${body} });`;

describeModel(nodeNet, "import net from 'node:net'; import tls from 'node:tls'; const out = net.connect({ port: 25, host: 'mail' });", [
  way('Server', 'exports.{createServer,Server}()', "net.EACH().on('connection', (peer) => peer.end(INPUT));"),
  way('Server', ':Server', "declare const server: net.Server; server.on('connection', (peer) => peer.end(INPUT));"),
  way('Handler', 'exports.{createServer,Server}[0..1]', 'tls.EACH({}, (peer) => peer.end(INPUT));'),
  way('Handler', "Server.on('connection'|'secureConnection')[1]", "tls.createServer().on('EACH', (peer) => peer.end(INPUT));"),
  way('Peer', 'Handler(0)', serve('peer.end(INPUT)')),
  way('Outgoing', 'exports.{connect,createConnection}()', 'net.EACH(25).write(INPUT);'),
  way('Outgoing', 'exports.{Socket,TLSSocket}()', 'new tls.EACH(some).write(INPUT);'),
  way('Outgoing', 'Outgoing.{connect,on,once}()', "out.EACH('connect', ready).write(INPUT);"),
  source('remote', "Peer.{on,once}('data')[1](0)", serve("peer.EACH('data', (data) => SINK(data))")),
  source('remote', 'Peer.read()', serve('SINK(peer.read())')),
  source('network', "Outgoing.{on,once}('data')[1](0)", "out.EACH('data', (data) => SINK(data));"),
  source('network', 'Outgoing.read()', 'SINK(out.read());'),
  source('error', "Outgoing.{on,once}('error')[1](0)", "out.EACH('error', (problem) => SINK(problem));"),
  source('error', "Peer.{on,once}('error')[1](0)", serve("peer.EACH('error', (problem) => SINK(problem))")),
  sink('url', 'exports.{connect,createConnection}[0].host', 'net.EACH({ port: 25, host: INPUT });', "net.EACH({ port: 25, host: 'mail' });"),
  sink('url', 'exports.{connect,createConnection}[1]', 'net.EACH(25, INPUT);', "net.EACH(25, 'mail');", 'if (net.isIP(INPUT)) net.EACH(25, INPUT);'),
  sink('url', 'Outgoing.connect[0].host', 'new net.Socket().connect({ port: 25, host: INPUT });', "new net.Socket().connect({ port: 25, host: 'mail' });"),
  sink('url', 'Outgoing.connect[1]', 'new net.Socket().connect(25, INPUT);', "new net.Socket().connect(25, 'mail');"),
  sink('response', 'Peer.{write,end}[0]', serve('peer.EACH(INPUT)'), serve("peer.EACH('bye')")),
  sink('header', 'Peer.{write,end}[0]', serve('peer.EACH(INPUT)'), serve('peer.EACH(JSON.stringify(INPUT))')),
  sink('header', 'Outgoing.{write,end}[0]', 'out.EACH(`RCPT TO:<${INPUT}>\\r\\n`);', 'out.EACH(`RCPT TO:<${encodeURIComponent(INPUT)}>\\r\\n`);'),
  guard('*', 'exports.{isIP,isIPv4,isIPv6}[0]', 'if (net.EACH(INPUT)) SINK(INPUT);', 'if (!net.EACH(INPUT)) SINK(INPUT);'),
  mark('handler', 'Handler', serve('work()')),
  mark('listens', 'Server.listen', 'net.createServer().listen(25);', 'net.createServer().close();'),
  mark('certificates', 'exports.connect[0..2].rejectUnauthorized', 'tls.connect(443, { rejectUnauthorized: false });'),
  mark('certificates', 'exports.TLSSocket[1].rejectUnauthorized', 'new tls.TLSSocket(s, { rejectUnauthorized: false });'),
  mark('identity', 'exports.connect[0..2].checkServerIdentity', 'tls.connect({ checkServerIdentity: () => {} });'),
  mark('tlsVersion', 'exports.connect[0..2].{minVersion,maxVersion,secureProtocol}', 'tls.connect({ EACH: "x" });'),
  mark('tlsVersion', 'exports.{createServer,createSecureContext}[0].{minVersion,maxVersion,secureProtocol}', 'tls.EACH({ EACH2: "x" });'),
  mark('tlsVersion', 'exports.{DEFAULT_MIN_VERSION,DEFAULT_MAX_VERSION}=', 'tls.EACH = "x";'),
  mark('emitter', 'exports.{connect,createConnection}', 'net.EACH(25);'),
]);
