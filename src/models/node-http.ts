import { defineModel } from '../model/dsl.ts';

const versions = '{minVersion,maxVersion,secureProtocol}';

export const nodeHttp = defineModel({
  modules: ['http', 'https', 'http2'],
  types: {
    Server: ['exports.{createServer,createSecureServer,Server}()', ':{Server,HttpServer,Http2Server,Http2SecureServer}'],
    Handler: ['exports.{createServer,createSecureServer,Server}[0..1]', "Server.{on,once,addListener}('request')[1]", ':RequestListener'],
    IncomingMessage: ['Handler(0)', ':{IncomingMessage,Http2ServerRequest}'],
    ServerResponse: ['Handler(1)', ':{ServerResponse,Http2ServerResponse}'],
    ClientRequest: ['exports.{request,get}()', ':ClientRequest'],
    ClientResponse: ['exports.{request,get}[1..2](0)', "ClientRequest.{on,once}('response')[1](0)"],
    Stream: ["Server.on('stream')[1](0)", ':ServerHttp2Stream', 'ServerResponse.stream'],
  },
  sources: {
    remote: [
      { at: 'IncomingMessage.{url,headers,headersDistinct,rawHeaders,trailers,rawTrailers,authority}', never: ['nosql', 'fields', 'log'] },
      { at: "IncomingMessage.{on,once,addListener}('data')[1](0)", never: ['nosql', 'fields'] },
      { at: 'IncomingMessage.read()', never: ['nosql', 'fields'] },
      { at: 'IncomingMessage.@each', never: ['nosql', 'fields'] },
      { at: "Server.on('stream')[1](1)", never: ['nosql', 'fields'] },
      { at: "Server.on('upgrade'|'connect'|'checkContinue')[1](0).{url,headers}", never: ['nosql', 'fields', 'log'] },
      { at: "Stream.on('data')[1](0)", never: ['nosql', 'fields'] },
    ],
    // a token is long and random, so a fast hash of it is no harm
    password: [
      { at: 'IncomingMessage.headers.{authorization,proxy-authorization,cookie,x-api-key,x-auth-token,x-access-token}', never: ['digest'] },
      { at: 'IncomingMessage.headers', whole: true, never: ['digest'] },
    ],
    network: ['ClientResponse.{headers,rawHeaders,statusMessage}', "ClientResponse.{on,once}('data')[1](0)"],
    error: ["ClientRequest.{on,once}('error')[1](0)"],
  },
  sinks: {
    // without a content type browsers guess HTML
    html: ['ServerResponse.{write,end}[0]', 'Stream.{write,end}[0]'],
    response: ['ServerResponse.{write,end}[0]', 'Stream.{write,end}[0]', 'ServerResponse.writeHead[1]'],
    redirect: [
      { at: 'ServerResponse.{setHeader,appendHeader}[1]', when: { '[0]': /^location$/i } },
      'ServerResponse.writeHead[1..2].{Location,location}',
      'Stream.respond[0].{Location,location}',
    ],
    // values with CR or LF are refused by node itself
    header: ['ServerResponse.{setHeader,appendHeader}[0]', 'ServerResponse.writeHead[1..2]'],
    url: [
      { at: 'exports.{request,get}[0]', when: { '[1].agent': { notApi: 'request-filtering-agent:Agent' } } },
      'exports.{request,get}[0..1].{host,hostname,socketPath}',
      'exports.ClientRequest[0]',
      'connect[0]',
    ],
  },
  sanitizers: {
    html: [
      { at: 'ServerResponse.setHeader[this]', when: { '[0]': /^content-type$/i, '[1]': /^(?!.*(html|xml|svg))/i } },
      { at: 'ServerResponse.writeHead[this]', when: { '[1].Content-Type': /^(?!.*(html|xml|svg))/i } },
      { at: 'ServerResponse.writeHead[this]', when: { '[1].content-type': /^(?!.*(html|xml|svg))/i } },
      { at: 'ServerResponse.writeHead[this]', when: { '[2].Content-Type': /^(?!.*(html|xml|svg))/i } },
      { at: 'ServerResponse.writeHead[this]', when: { '[2].content-type': /^(?!.*(html|xml|svg))/i } },
      { at: 'Stream.respond[this]', when: { '[0].content-type': /^(?!.*(html|xml|svg))/i } },
    ],
  },
  flows: ['IncomingMessage.{on,once,addListener,setEncoding}[this] is ()', 'ServerResponse.{writeHead,setHeader,setHeaders}[this] is ()'],
  marks: {
    unawaitedServer: ['exports.{createServer,createSecureServer,Server}', { at: 'Server.{on,once,addListener}', when: { '[0]': 'request' } }],
    emitter: ['exports.{request,get}'],
    listens: ['Server.listen'],
    setsHeader: ['ServerResponse.{setHeader,appendHeader,writeHead}'],
    reads: [{ at: 'IncomingMessage.{on,addListener}', when: { '[0]': 'data' } }],
    requestBody: ['IncomingMessage'],
    sends: ['ServerResponse.{write,end}'],
    handler: ['Handler', "Server.on('stream')[1]"],
    connects: ['exports.{request,get,connect}'],
    certificates: ['exports.{request,get,connect}[0..1].rejectUnauthorized', 'exports.Agent[0].rejectUnauthorized'],
    identity: ['exports.{request,get,connect}[0..1].checkServerIdentity', 'exports.Agent[0].checkServerIdentity'],
    tlsVersion: [`exports.{request,get,connect}[0..1].${versions}`, `exports.{Agent,createServer,createSecureServer}[0].${versions}`],
    looseParser: ['exports.{request,get}[0..1].insecureHTTPParser', 'exports.createServer[0].insecureHTTPParser'],
  },
});
