import { defineModel } from '../model/dsl.ts';

const verbs = '{get,post,put,patch,delete,options,all,use,on}';

export const hono = defineModel({
  modules: ['hono', 'hono/quick', 'hono/tiny', '@hono/zod-openapi'],
  types: {
    App: ['exports.{Hono,OpenAPIHono}()', `App.${verbs}()`, 'App.{basePath,route,mount,notFound,onError}()', ':Hono'],
    Handler: [`App.${verbs}[..]`, 'App.notFound[0]', ':{Handler,MiddlewareHandler}'],
    Context: ['Handler(0)', 'App.onError[0](1)', ':Context', '~c'],
    // beside `c` it tells that both are Hono's
    Next: ['~next'],
    Request: ['Context.req', ':HonoRequest'],
  },
  sources: {
    remote: [
      // what a validator let through
      { at: 'Request.valid()', when: { '[0]': 'json' } },
      { at: 'Request.valid()', when: { '[0]': ['query', 'param', 'header', 'cookie', 'form'] }, never: ['nosql', 'fields'] },
      { at: 'Request.{query,queries,param,text}()', never: ['nosql', 'fields'] },
      { at: 'Request.header()', never: ['nosql', 'fields', 'log'] },
      { at: 'Request.url', never: ['nosql', 'fields', 'log'] },
      { at: 'Request.{path,raw}', never: ['nosql', 'fields'] },
      'Request.{json,parseBody,formData,arrayBuffer,blob}()',
    ],
    password: [
      'Request.{json,parseBody}().{password,passwd,passphrase,newPassword,oldPassword}',
      { at: 'Request.header()', when: { '[0]': /^(?:(?:proxy-)?authorization|cookie|x-api-key|x-(?:auth|access)-token)$/i }, never: ['digest'] },
    ],
    error: ['App.onError[0](0)'],
  },
  sinks: {
    html: ['Context.html[0]', { at: 'Context.body[0]', after: { at: 'Context.header', when: { '[0]': /^content-type$/i, '[1]': /html|svg/i } } }],
    response: ['Context.{html,text,json,body,newResponse}[0]', 'Handler()'],
    redirect: ['Context.redirect[0]', { at: 'Context.header[1]', when: { '[0]': /^location$/i } }],
    header: ['Context.header[0]'],
  },
  schemas: [{ clean: [], validated: ['Request.valid()'], checks: [] }],
  marks: { app: ['App'], part: ['exports.{Hono,OpenAPIHono}'], mounts: ['App.{all,use,get,post,put,patch,delete,on,route}'], handler: ['Handler', 'App.onError[0]'], next: ['Handler(1)'], setsHeader: ['Context.header'], page: ['Context.{html,render}'] },
});
