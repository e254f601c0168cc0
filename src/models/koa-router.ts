import { defineModel } from '../model/dsl.ts';

export const koaRouter = defineModel({
  modules: ['@koa/router', 'koa-router'],
  types: {
    Router: ['exports()', 'exports.Router()', 'Router.{use,all,get,post,put,patch,delete,del,head,options,link,unlink,prefix,param,redirect}()', ':{Router,default}'],
    'koa:Handler': ['Router.{use,all,get,post,put,patch,delete,del,head,options,link,unlink}[..]', 'Router.register[2]'],
    'koa:Context': ['Router.param[1](1)', ':{RouterContext,RouterParamContext,IRouterParamContext}'],
  },
  sources: { remote: [{ at: 'Router.param[1](0)', never: ['nosql', 'fields'] }] },
  marks: { app: ['Router', 'Router.{routes,middleware}()'], part: ['exports', 'exports.Router'], mounts: ['Router.{use,all,get,post,put,patch,delete,del}'], handler: ['Router.param[1]'] },
});
