import { defineModel } from '../model/dsl.ts';

export const connect = defineModel({
  modules: ['connect'],
  types: {
    App: ['exports()', 'App.use()', ':Server'],
    Handler: ['App.use[..]', ':{HandleFunction,SimpleHandleFunction,NextHandleFunction}'],
    'http:IncomingMessage': ['Handler/..3(0)', 'Handler/4(1)'],
    'http:ServerResponse': ['Handler/..3(1)', 'Handler/4(2)'],
  },
  sources: {
    remote: [
      { at: 'Handler/..3(0).originalUrl', never: ['nosql', 'fields'] },
      // body-parser, cookie-parser, qs middleware
      'Handler/..3(0).{body,query,cookies}',
    ],
    error: ['Handler/4(0)'],
  },
  marks: { app: ['App'], mounts: ['App.use'], unawaitedServer: ['App.use'], handler: ['Handler'] },
});
