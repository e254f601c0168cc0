import { defineModel } from '../model/dsl.ts';

export const polka = defineModel({
  modules: ['polka'],
  types: {
    App: ['exports()', 'App.{use,all,get,post,put,patch,delete,head,options,connect,trace,add}()', ':Polka'],
    Handler: ['App.{use,all,get,post,put,patch,delete,head,options,connect,trace}[..]', 'App.add[2..]', 'exports[0].onNoMatch', ':Middleware'],
    Request: ['Handler(0)', 'exports[0].onError(1)'],
    'http:IncomingMessage': ['Request'],
    // plain node: no res.send, no default content type
    'http:ServerResponse': ['Handler(1)', 'exports[0].onError(2)'],
  },
  sources: {
    remote: [
      'Request.{body,query,cookies}',
      { at: 'Request.params', never: ['nosql', 'fields'] },
      { at: 'Request.{path,originalUrl,search}', never: ['nosql', 'fields', 'log'] },
    ],
    error: ['exports[0].onError(0)'],
  },
  marks: { handler: ['Handler', 'exports[0].onError'] },
});
