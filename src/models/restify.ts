import { defineModel } from '../model/dsl.ts';

export const restify = defineModel({
  modules: ['restify'],
  types: {
    Server: ['createServer()', ':Server'],
    Handler: ['Server.{get,post,put,patch,del,head,opts}[1..]', 'Server.{use,pre,first}[..]', ':RequestHandler'],
    Request: ['Handler(0)', "Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](0)", ':Request'],
    Response: ['Handler(1)', "Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](1)", ':Response'],
    'http:IncomingMessage': ['Request'],
    'http:ServerResponse': ['Response'],
  },
  sources: {
    remote: [
      'Request.{body,query,files}',
      // bodyParser({ mapParams: true }) puts the body in here
      'Request.params',
      { at: 'Request.{header,getQuery,query,path,getPath,href,getUrl}()', never: ['nosql', 'fields'] },
    ],
    password: ['Request.{body,params}.{password,passwd,passphrase}'],
    error: ["Server.on('InternalServer'|'NotFound'|'restifyError'|'uncaughtException')[1](2)"],
  },
  sinks: {
    // send(code, body) formats as JSON unless told otherwise
    html: ['Response.sendRaw[0..1]', { at: 'Response.send[0..1]', after: { at: 'Response.{setHeader,header,set}', when: { '[0]': /^content-type$/i, '[1]': /html/i } } }],
    response: ['Response.{send,sendRaw}[0..1]', 'Response.json[0..1]'],
    redirect: ['Response.redirect[0..1]', 'Response.redirect[0].hostname', { at: 'Response.{header,set}[1]', when: { '[0]': /^location$/i } }],
    header: ['Response.{header,set}[0]'],
    path: [{ at: 'plugins.serveStatic[0].directory' }],
  },
  marks: { handler: ['Handler'] },
});
