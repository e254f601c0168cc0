import { defineModel } from '../model/dsl.ts';

export const koa = defineModel({
  modules: ['koa'],
  types: {
    App: ['exports()', 'App.use()', ':{Application,Koa,default}'],
    Handler: ['App.use[0]', ':Middleware'],
    Context: ['Handler(0)', "App.on('error')[1](1)", 'App.context', 'Request.ctx', 'Response.ctx', ':{Context,ParameterizedContext,ExtendableContext}', '~ctx'],
    Next: ['~next'],
    Request: ['Context', 'Context.request', ':Request'],
    Response: ['Context', 'Context.response', ':Response'],
    'http:IncomingMessage': ['Request.req'],
    'http:ServerResponse': ['Response.res'],
  },
  sources: {
    remote: [
      // arrays where a key is repeated, never an object
      'Request.query',
      { at: 'Request.{querystring,search,path,url,originalUrl,href,host,hostname,origin,header,headers,subdomains,URL}', never: ['nosql', 'fields', 'log'] },
      { at: 'Request.get()', never: ['nosql', 'fields', 'log'] },
      { at: 'Context.params', never: ['nosql', 'fields'] },
      { at: 'Context.cookies.get()', never: ['nosql', 'fields'] },
      // koa-body, koa-bodyparser
      'Context.request.{body,rawBody,files}',
    ],
    password: [
      'Context.request.body.{password,passwd,passphrase,newPassword,oldPassword}',
      { at: 'Context.request.body.{token,accessToken,access_token,refreshToken,refresh_token,idToken,id_token,apiKey,api_key,secret,clientSecret,client_secret,otp,cvv,cvc,cardNumber,card_number}', never: ['digest'] },
      { at: 'Request.{header,headers}.{authorization,proxy-authorization,cookie,x-api-key,x-auth-token,x-access-token}', never: ['digest'] },
      { at: 'Request.{header,headers}', whole: true, never: ['digest'] },
      { at: 'Request.get()', when: { '[0]': /^(?:(?:proxy-)?authorization|cookie|x-api-key|x-(?:auth|access)-token)$/i }, never: ['digest'] },
    ],
    error: ["App.on('error')[1](0)"],
  },
  sinks: {
    // a string that begins with `<` is sent as text/html, others as text/plain
    html: [{ at: 'Response.body=', when: { '=': { begins: /^\s*(<|$)/ } } }],
    response: ['Response.body='],
    redirect: ['Response.redirect[0]', 'Response.back[0]', { at: 'Response.{set,append}[1]', when: { '[0]': /^location$/i } }],
    header: ['Response.{set,append}[0]'],
    // koa-views and its like
    template: ['Context.render[0]', { at: 'Context.render[1]', shaped: true }],
    token: [{ at: 'Context.cookies.set[1]', when: { '[0]': /(?:sess|token|jwt|auth|csrf|xsrf|remember|secret)|(?:^|[-_.])(?:sid|otp)$/i } }],
  },
  sanitizers: {
    html: [
      { at: 'Response.set[this]', when: { '[0]': /^content-type$/i, '[1]': /^(?!.*(html|xml|svg))/i } },
      { at: 'Response.set[this]', when: { '[0].Content-Type': /^(?!.*(html|xml|svg))/i } },
      'Response.attachment[this]',
      { at: 'Response.type=', when: { '=': /^(?!.*(html|xml|svg))/i } },
    ],
  },
  marks: {
    credential: ['App.keys='],
    listens: ['App.listen'],
    app: ['App'],
    page: ['Context.render'],
    sends: ['Response.body='],
    mounts: ['App.use'],
    setsHeader: ['Response.{set,append}'],
    handler: ['Handler'],
    exits: ['Context.throw'],
    asserts: ['Context.assert'],
    next: ['Handler(1)'],
    // by default no script reads them, and they are secure where the request was
    cookie: ['Context.cookies.set'],
    notSecure: [{ at: 'Context.cookies.set', when: { '[2].secure': false } }],
    notHttpOnly: [{ at: 'Context.cookies.set', when: { '[2].httpOnly': false } }],
  },
});
