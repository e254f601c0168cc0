import { defineModel } from '../model/dsl.ts';

export const koaCompose = defineModel({
  modules: ['koa-compose'],
  types: { 'koa:Handler': ['exports[0]'] },
});
