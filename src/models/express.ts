import { defineModel } from '../model/dsl.ts';

export const express = defineModel({
  modules: ['express'],
  types: {
    App: ['exports()', 'exports.{Router,application}', 'exports.Router()', 'App.{use,all,get,post,put,patch,delete,head,options,search,param,set}()', ':{Application,Express,Router,IRouter}', '~app'],
    Route: ['App.route()', 'exports.Route()', 'Route.{all,get,post,put,patch,delete,head,options}()', ':IRoute'],
    Handler: ['App.{use,all,get,post,put,patch,delete,head,options,search}[..]', 'Route.{all,get,post,put,patch,delete,head,options}[..]', ':{RequestHandler,ErrorRequestHandler,Handler}'],
    Request: ['Handler/..3(0)', 'Handler/4(1)', 'App.param[1](0)', 'Response.req', ':Request', '~req', '~request'],
    Response: ['Handler/..3(1)', 'Handler/4(2)', 'App.param[1](1)', 'Request.res', ':Response', '~res', '~response'],
    // multer gives an object or a list of them, express-fileupload an object by name
    Upload: ['Request.file', 'Request.files.*', 'Request.files.*.*'],
    Failure: ['Handler/4(0)', '~~err', '~~error'],
    'http:IncomingMessage': ['Request'],
    'http:ServerResponse': ['Response'],
  },
  sources: {
    remote: [
      'Request.{body,query,cookies}',
      { at: 'Request.params', never: ['nosql', 'fields'] },
      // no line ends in them: Node.js refuses those in headers, and URLs are encoded
      { at: 'Request.{originalUrl,path,hostname,host,subdomains}', never: ['nosql', 'fields', 'log'] },
      { at: 'Request.{get,header}()', never: ['nosql', 'fields', 'log'] },
      'Request.param()',
      // multer, express-fileupload
      { at: 'Request.file.{originalname,mimetype}', never: ['nosql', 'fields'] },
      { at: 'Request.files.*.{originalname,mimetype,name}', never: ['nosql', 'fields'] },
      { at: 'Request.files.*.*.{originalname,mimetype}', never: ['nosql', 'fields'] },
      { at: 'Upload.{buffer,data}', as: 'the upload', never: ['nosql', 'fields'] },
      { at: 'App.param[1](3)', never: ['nosql', 'fields'] },
    ],
    password: [
      'Request.body.{password,passwd,passphrase,newPassword,oldPassword,currentPassword,confirmPassword}',
      // long and random, or checked at once: a fast hash of them is no harm
      { at: 'Request.body.{token,accessToken,access_token,refreshToken,refresh_token,idToken,id_token,apiKey,api_key,secret,clientSecret,client_secret,otp,cvv,cvc,cardNumber,card_number}', never: ['digest'] },
      { at: 'Request.query.{token,accessToken,access_token,apiKey,api_key}', never: ['digest'] },
      { at: 'Request.{cookies,signedCookies}.{token,jwt,session,sessionId,sid,accessToken,access_token,refreshToken,refresh_token}', never: ['digest'] },
      { at: 'Request.{cookies,signedCookies}', whole: true, never: ['digest'] },
      { at: 'Request.{get,header}()', when: { '[0]': /^(?:(?:proxy-)?authorization|cookie|x-api-key|x-(?:auth|access)-token)$/i }, never: ['digest'] },
    ],
    error: ['Failure'],
  },
  sinks: {
    html: ['Response.send[0]'],
    response: ['Response.{send,json,jsonp}[0]'],
    // redirect(url), redirect(status, url), and the deprecated redirect(url, status)
    redirect: [
      'Response.redirect[0..1]',
      'Response.location[0]',
      { at: 'Response.{set,header,append}[1]', when: { '[0]': /^location$/i } },
      'Response.{set,header}[0].{Location,location}',
    ],
    header: ['Response.{set,header,append}[0]', 'Response.cookie[0]'],
    path: [
      { at: 'Response.{sendFile,sendfile}[0]', when: { '[1].root': { is: 'absent' } } },
      { at: 'Response.download[0]', when: { '[1].root': { is: 'absent' }, '[2].root': { is: 'absent' } } },
      'Response.{sendFile,sendfile}[1].root',
      'Response.download[1..2].root',
      'static[0]',
      'Upload.mv[0]',
    ],
    // whole request objects as data set options of the engine
    template: ['Response.render[0]', 'App.render[0]', { at: 'Response.render[1]', shaped: true }, { at: 'App.render[1]', shaped: true }],
    token: [{ at: 'Response.cookie[1]', when: { '[0]': /(?:sess|token|jwt|auth|csrf|xsrf|remember|secret)|(?:^|[-_.])(?:sid|otp)$/i } }],
  },
  sanitizers: {
    html: [
      { at: 'Response.{type,contentType}[this]', when: { '[0]': /^(?!.*(html|xml|svg))/i } },
      { at: 'Response.{set,header}[this]', when: { '[0]': /^content-type$/i, '[1]': /^(?!.*(html|xml|svg))/i } },
      { at: 'Response.{set,header}[this]', when: { '[0].Content-Type': /^(?!.*(html|xml|svg))/i } },
      { at: 'Response.{set,header}[this]', when: { '[0].content-type': /^(?!.*(html|xml|svg))/i } },
      'Response.attachment[this]',
    ],
  },
  // the very same response, so that what was said of it holds on
  flows: ['Response.{status,type,contentType,set,header,append,attachment,vary,location,links,cookie,clearCookie}[this] is ()'],
  marks: {
    signsIn: ['Request.session.*='],
    // from Express 5 on, a rejected handler is handed to the one for errors
    unawaited: [
      { at: 'App.{use,all,get,post,put,patch,delete,head,options,search,param}', when: { version: '<5' } },
      { at: 'Route.{all,get,post,put,patch,delete,head,options}', when: { version: '<5' } },
    ],
    listens: ['App.listen'],
    app: ['App', 'Route'],
    part: ['exports.Router'],
    poweredBy: ['exports'],
    page: ['exports.static', 'Response.render', 'App.engine', { at: 'App.set', when: { '[0]': ['view engine', 'views'] } }, { at: 'Response.type', when: { '[0]': /html/i } }],
    sends: ['Response.send'],
    mounts: ['App.{use,all,get,post,put,patch,delete}', 'Route.{all,get,post,put,patch,delete}'],
    plain: ['exports.{json,raw,text,urlencoded,static}()'],
    parses: ['exports.{json,raw,text,urlencoded}'],
    setsHeader: ['Response.{set,header,append}'],
    handler: ['Handler', 'App.param[1]'],
    next: ['Handler/..3(2)', 'Handler/4(3)'],
    cookie: ['Response.cookie'],
    notSecure: [{ at: 'Response.cookie', when: { '[2].secure': false } }, { at: 'Response.cookie', when: { '[2].secure': { is: 'absent' } } }],
    notHttpOnly: [{ at: 'Response.cookie', when: { '[2].httpOnly': false } }, { at: 'Response.cookie', when: { '[2].httpOnly': { is: 'absent' } } }],
    notSameSite: [{ at: 'Response.cookie', when: { '[2].sameSite': false } }, { at: 'Response.cookie', when: { '[2].sameSite': { is: 'absent' } } }],
    sameSiteNone: [{ at: 'Response.cookie', when: { '[2].sameSite': /^none$/i } }],
  },
});
