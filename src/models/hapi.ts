import { defineModel } from '../model/dsl.ts';

const parts = ['params', 'query', 'payload', 'headers', 'state'];
const strings = { never: ['nosql', 'fields'] } as const;

export const hapi = defineModel({
  modules: ['@hapi/hapi', 'hapi'],
  types: {
    Server: ['exports.{server,Server}()', ':Server', 'Plugin.register(0)', 'Request.server'],
    Plugin: ['Server.register[0]', 'Server.register[0].plugin', ':Plugin', 'export plugin'],
    Route: ['Server.route[0]', ':ServerRoute'],
    Options: ['Route.{options,config}', ':RouteOptions'],
    Handler: ['Route.handler', 'Options.handler', 'Options.pre.*.method', 'Server.ext[1]', 'Server.ext[0].method'],
    Request: ['Handler(0)', ':Request', '~request'],
    Toolkit: ['Handler(1)', ':ResponseToolkit', '~h'],
    Answer: [
      'Toolkit.{response,redirect,view,file}()',
      'Answer.{bytes,charset,code,message,compressed,created,encoding,etag,header,location,redirect,replacer,spaces,state,suffix,ttl,type,unstate,vary,takeover,temporary,permanent,rewritable}()',
      ':ResponseObject',
    ],
    'http:IncomingMessage': ['Request.raw.req'],
    'http:ServerResponse': ['Request.raw.res'],
    'global:Url': ['Request.url'],
  },
  sources: {
    remote: [
      'Request.payload',
      'Request.state',
      // arrays where a key is repeated, never an object
      { at: 'Request.query', never: ['nosql'] },
      { at: 'Request.params', ...strings },
      { at: 'Request.{headers,path,url}', never: ['nosql', 'fields', 'log'] },
      { at: 'Request.info.{host,hostname,referrer}', never: ['nosql', 'fields', 'log'] },
    ],
    password: [
      'Request.payload.{password,passwd,passphrase,newPassword,oldPassword}',
      { at: 'Request.headers.{authorization,proxy-authorization,cookie,x-api-key,x-auth-token,x-access-token}', never: ['digest'] },
    ],
  },
  sinks: {
    // a string is text/html unless another type was set
    html: ['Handler()'],
    response: ['Handler()'],
    redirect: ['Toolkit.redirect[0]', 'Answer.{redirect,location}[0]', { at: 'Answer.header[1]', when: { '[0]': /^location$/i } }],
    header: ['Answer.header[0]'],
    // @hapi/inert keeps to its folder unless it is told not to
    path: [{ at: 'Toolkit.file[0]', when: { '[1].confine': false } }],
    // @hapi/vision
    template: ['Toolkit.view[0]', { at: 'Toolkit.view[1]', shaped: true }],
  },
  sanitizers: {
    html: [
      { at: 'Answer.type()', when: { '[0]': /^(?!.*(html|xml|svg))/i } },
      { at: 'Answer.header()', when: { '[0]': /^content-type$/i, '[1]': /^(?!.*(html|xml|svg))/i } },
    ],
  },
  // what it was made of is sent where the handler gives it back
  flows: ['Toolkit.response[0] -> ()', 'Answer.{bytes,charset,code,message,compressed,created,encoding,etag,header,location,redirect,replacer,spaces,state,suffix,ttl,type,unstate,vary,takeover,temporary,permanent,rewritable}[this] -> ()'],
  schemas: [
    {
      clean: [],
      checks: ['options', 'config'].flatMap((options) =>
        parts.flatMap((part) => [
          { call: 'Server.route', schema: `[0].${options}.validate.${part}`, input: `[0].handler(0).${part}` },
          { call: 'Server.route', schema: `[0].${options}.validate.${part}`, input: `[0].${options}.handler(0).${part}` },
        ]),
      ),
    },
  ],
  marks: { handler: ['Handler'] },
});
