import { defineModel } from '../model/dsl.ts';

// the last argument is the data, and what is left out is asked for by a function that is given back
const first = 'head,last,tail,init,toString,toLower,toUpper,trim,identity,keys,values,toPairs,fromPairs,flatten,unnest,uniq,reverse,clone,of,mergeAll,invert,invertObj,transpose,dropRepeats';
const second =
  'prop,path,pick,pickAll,omit,project,pluck,nth,take,takeLast,drop,dropLast,join,split,splitAt,splitEvery,match,filter,reject,find,findLast,sortBy,sort,uniqBy,groupBy,indexBy,partition,without,difference,intersection,dissoc,dissocPath,tap,takeWhile,dropWhile,modify,evolve';
const third = 'propOr,pathOr,slice,replace,update,insert,remove,assoc,assocPath,adjust';
const added = 'concat,append,prepend,union,mergeLeft,mergeRight,mergeDeepLeft,mergeDeepRight,zip,defaultTo,propOr,pathOr';

export const ramda = defineModel({
  modules: ['ramda'],
  types: { R: ['exports'] },
  sanitizers: {
    nosql: ['R.{toString,toLower,toUpper,trim,join}()'],
    fields: ['R.{pick,pickAll,project}()'],
  },
  flows: [
    `R.{${first}}[0] -> ()`,
    `R.{${second}}[1] -> ()`,
    `R.{${second}}()[0] -> ()`,
    `R.{${third}}[2] -> ()`,
    `R.{${third}}()[0] -> ()`,
    `R.{${added}}[0] -> ()`,
    `R.{concat,append,prepend,union,mergeLeft,mergeRight,mergeDeepLeft,mergeDeepRight,zip,defaultTo}[1] -> ()`,
    'R.{replace,assoc,assocPath}[1] -> ()',
    'R.{map,filter,reject,find,forEach,groupBy,sortBy,any,all,tap,chain}[1].* -> [0](0)',
    'R.{map,chain}[0]() -> ().*',
    'R.reduce[2].* -> [0](1)',
    'R.reduce[1] -> ()',
    'R.reduce[0]() -> ()',
  ],
  marks: { composes: ['R.pipe'], composesBack: ['R.compose'] },
});
