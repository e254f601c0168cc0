import { defineModel } from '../model/dsl.ts';

const verbs = '{get,post,put,patch,delete,head,options,all,search}';
const hooks = '{preHandler,onRequest,preValidation,preParsing,preSerialization,onSend,onResponse}';

export const fastify = defineModel({
  modules: ['fastify'],
  types: {
    App: ['exports()', 'exports.fastify()', 'App.{register,decorate,decorateRequest,decorateReply,addHook,route,setErrorHandler,setNotFoundHandler,get,post,put,patch,delete,head,options,all,withTypeProvider,after}()', 'App.register[0](0)', ':FastifyInstance', ':{FastifyPluginAsync,FastifyPluginCallback}(0)', '~fastify'],
    Options: [`App.${verbs}[1]`, 'App.route[0]', ':RouteOptions'],
    Handler: [
      `App.${verbs}[1..2]`,
      'Options.handler',
      `Options.${hooks}`,
      "App.addHook('onRequest'|'preParsing'|'preValidation'|'preHandler'|'preSerialization'|'onSend'|'onResponse')[1]",
      'App.setNotFoundHandler[0..1]',
      ':{RouteHandler,RouteHandlerMethod,preHandlerHookHandler,onRequestHookHandler}',
    ],
    ErrorHandler: ['App.setErrorHandler[0]', 'Options.errorHandler'],
    Request: ['Handler(0)', 'ErrorHandler(1)', "App.addHook('onError')[1](0)", ':FastifyRequest', '~request', '~req'],
    Reply: ['Handler(1)', 'ErrorHandler(2)', "App.addHook('onError')[1](1)", ':FastifyReply', '~reply'],
    'pino:Logger': ['App.log', 'Request.log', 'Reply.log'],
    // whose logs have nothing blotted out, as far as we see
    OpenApp: [
      { at: 'exports()', when: { '[0].logger.redact': { is: 'absent' } } },
      { at: 'exports.fastify()', when: { '[0].logger.redact': { is: 'absent' } } },
      'OpenApp.register[0](0)',
      ':FastifyInstance',
      ':{FastifyPluginAsync,FastifyPluginCallback}(0)',
      '~fastify',
    ],
    OpenHandler: [`OpenApp.${verbs}[1..2]`, 'OpenApp.route[0].handler', 'OpenApp.addHook[1]'],
    OpenRequest: ['OpenHandler(0)', ':FastifyRequest', '~request', '~req'],
    'pino:OpenLogger': ['OpenApp.log', 'OpenRequest.log'],
    'http:IncomingMessage': ['Request.raw'],
    'http:ServerResponse': ['Reply.raw'],
  },
  sources: {
    remote: [
      'Request.{query,body,cookies}',
      { at: 'Request.params', never: ['nosql', 'fields'] },
      { at: 'Request.{url,originalUrl,hostname,host,headers}', never: ['nosql', 'fields', 'log'] },
      // @fastify/multipart
      { at: 'Request.file().{filename,mimetype,fieldname}', never: ['nosql', 'fields'] },
      'Request.file().fields',
      { at: 'Request.{files,saveRequestFiles,parts}().*.{filename,mimetype,fieldname}', never: ['nosql', 'fields'] },
      { at: 'Request.parts().*.value' },
    ],
    password: [
      'Request.body.{password,passwd,passphrase,newPassword,oldPassword}',
      { at: 'Request.body.{token,accessToken,access_token,refreshToken,refresh_token,idToken,id_token,apiKey,api_key,secret,clientSecret,client_secret,otp,cvv,cvc,cardNumber,card_number}', never: ['digest'] },
      { at: 'Request.headers.{authorization,proxy-authorization,cookie,x-api-key,x-auth-token,x-access-token}', never: ['digest'] },
      { at: 'Request.{headers,cookies}', whole: true, never: ['digest'] },
    ],
    error: ['ErrorHandler(0)', "App.addHook('onError')[1](2)"],
  },
  sinks: {
    // a string is text/plain unless another type was set
    html: [
      { at: 'Reply.send[0]', after: { at: 'Reply.type', when: { '[0]': /html|svg/i } } },
      { at: 'Reply.send[0]', after: { at: 'Reply.header', when: { '[0]': /^content-type$/i, '[1]': /html|svg/i } } },
      { at: 'Handler()', after: { at: 'Reply.type', when: { '[0]': /html|svg/i } } },
      { at: 'Handler()', after: { at: 'Reply.header', when: { '[0]': /^content-type$/i, '[1]': /html|svg/i } } },
    ],
    response: ['Reply.send[0]', 'Handler()', 'ErrorHandler()'],
    // redirect(code, url) until 4, redirect(url, code) from 5
    redirect: ['Reply.redirect[0..1]', { at: 'Reply.header[1]', when: { '[0]': /^location$/i } }],
    header: ['Reply.header[0]', 'Reply.headers[0]'],
    // @fastify/static: sendFile(name) stays in its root, the second argument is another root
    path: [{ at: 'Reply.{sendFile,download}[1]' }],
    // @fastify/view
    template: ['Reply.{view,viewAsync}[0]', { at: 'Reply.{view,viewAsync}[1]', shaped: true }],
    token: [{ at: 'Reply.{setCookie,cookie}[1]', when: { '[0]': /(?:sess|token|jwt|auth|csrf|xsrf|remember|secret)|(?:^|[-_.])(?:sid|otp)$/i } }],
  },
  flows: ['Reply.{code,status,type,header,headers,setCookie,cookie}[this] is ()'],
  schemas: [
    {
      // JSON schemas, which the engine reads
      clean: [],
      checks: [
        ...['querystring', 'query'].map((part) => ({ call: `App.${verbs}`, schema: `[1].schema.${part}`, input: '[1..2](0).query' })),
        { call: `App.${verbs}`, schema: '[1].schema.params', input: '[1..2](0).params' },
        { call: `App.${verbs}`, schema: '[1].schema.body', input: '[1..2](0).body' },
        { call: `App.${verbs}`, schema: '[1].schema.headers', input: '[1..2](0).headers' },
        { call: 'App.route', schema: '[0].schema.querystring', input: '[0].handler(0).query' },
        { call: 'App.route', schema: '[0].schema.params', input: '[0].handler(0).params' },
        { call: 'App.route', schema: '[0].schema.body', input: '[0].handler(0).body' },
      ],
    },
  ],
  marks: {
    signsIn: ['Request.session.*='],
    memoryStore: [{ at: 'App.register', when: { '[0]': { api: 'fastify-session:Plugin' }, '[1].store': { is: 'absent' } } }],
    endless: [{ at: 'App.register', when: { '[0]': { api: 'fastify-session:Plugin' }, '[1].cookie.expires': { is: 'absent' }, '[1].cookie.maxAge': { is: 'absent' } } }],
    credential: [{ at: 'App.register[1].secret', when: { '[0]': { api: 'fastify-session:Plugin' } } }],
    // @fastify/jwt
    decodes: ['App.jwt.decode[0]'],
    verifies: ['App.jwt.verify[0]'],
    listens: ['App.listen'],
    app: ['App'],
    mounts: ['App.{all,get,post,put,patch,delete,route,register,addHook}'],
    csrf: ['App.csrfProtection'],
    protects: [{ at: 'App.register[1].{contentSecurityPolicy,strictTransportSecurity,hsts,xContentTypeOptions,noSniff,xFrameOptions,frameguard}', when: { '[0]': { api: 'helmet:Plugin' } } }],
    page: ['Reply.{view,viewAsync,sendFile}', { at: 'Reply.type', when: { '[0]': /html/i } }, { at: 'App.register', when: { '[0]': { api: 'koa-static:Pages' } } }],
    parses: [
      ...['exports', 'exports.fastify', 'App.route'].map((at) => ({ at, when: { '[0].bodyLimit': { is: 'present' } } }) as const),
      { at: `App.${verbs}`, when: { '[1].bodyLimit': { is: 'present' } } },
    ],
    setsHeader: ['Reply.{header,headers}'],
    cors: [{ at: 'App.register', when: { '[0]': { api: 'fastify-cors:Plugin' } } }],
    handler: ['Handler', 'ErrorHandler'],
    // @fastify/cookie: what is not said may be set for all cookies, where it is registered
    cookie: ['Reply.{setCookie,cookie}'],
    // @fastify/session: all of it is set by default, but sameSite
    sessionCookie: [{ at: 'App.register', when: { '[0]': { api: 'fastify-session:Plugin' } } }],
    notSecure: [
      { at: 'Reply.{setCookie,cookie}', when: { '[2].secure': false } },
      { at: 'App.register', when: { '[0]': { api: 'fastify-session:Plugin' }, '[1].cookie.secure': false } },
    ],
    notHttpOnly: [
      { at: 'Reply.{setCookie,cookie}', when: { '[2].httpOnly': false } },
      { at: 'App.register', when: { '[0]': { api: 'fastify-session:Plugin' }, '[1].cookie.httpOnly': false } },
    ],
    sameSiteNone: [{ at: 'Reply.{setCookie,cookie}', when: { '[2].sameSite': /^none$/i } }],
  },
});
