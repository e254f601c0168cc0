import { defineModel } from '../model/dsl.ts';

export const shelljs = defineModel({
  modules: ['shelljs', 'shelljs/global', 'shelljs/shell'],
  sinks: {
    command: ['exec[0]'],
    path: ['exports.{cat,cd,chmod,cp,find,head,ln,ls,mkdir,mv,rm,sort,tail,tempdir,test,touch,uniq}[..]', 'exports.{grep,sed}[-1]', 'exports.*().{to,toEnd}[0]'],
  },
  sources: { file: ['exports.{cat,head,tail,grep,sed,sort,uniq}()'] },
  marks: { blocking: ['exec'] },
});
