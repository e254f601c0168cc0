import { defineModel } from '../model/dsl.ts';

export const lodash = defineModel({
  modules: ['lodash', 'lodash-es', 'lodash/*', 'lodash-es/*', 'lodash/fp'],
  types: { L: ['exports'] },
  sinks: {
    template: ['L.template[0]'],
    // guarded later: CVE-2019-10744, CVE-2020-8203
    key: [
      { at: 'L.{defaultsDeep,merge,mergeWith}[1..]', when: { version: '<4.17.12' } },
      { at: 'L.{set,setWith,update,updateWith}[1]', when: { version: '<4.17.20' } },
      { at: 'L.zipObjectDeep[0]', when: { version: '<4.17.20' } },
    ],
  },
  sanitizers: {
    '*': ['L.{toNumber,toInteger,toSafeInteger,toFinite,toLength,parseInt,clamp,size,random,indexOf,findIndex,isEmpty,isEqual,isString,isNumber,inRange,has,includes,some,every,uniqueId}()'],
    html: ['L.escape()'],
    regex: ['L.escapeRegExp()'],
    fields: ['L.pick()'],
    nosql: ['L.{toString,trim,escape,escapeRegExp,camelCase,kebabCase,snakeCase,startCase,lowerCase,upperCase,toLower,toUpper,truncate,padStart,padEnd,join}()'],
  },
  guards: { '*': ['L.{isNumber,isInteger,isSafeInteger,isFinite,isBoolean,isDate}[0]'], nosql: ['L.isString[0]'], fields: ['L.isString[0]'] },
  flows: [
    'L.{get,pick,omit,pickBy,omitBy,clone,cloneDeep,cloneWith,cloneDeepWith,values,toArray,entries,toPairs,fromPairs,invert,keyBy,groupBy,mapKeys,mapValues,transform,castArray,identity,chain}[0] -> ()',
    'L.{first,head,last,tail,initial,nth,take,takeRight,takeWhile,drop,dropRight,compact,flatten,flattenDeep,flattenDepth,uniq,uniqBy,reverse,sortBy,orderBy,shuffle,sample,sampleSize,slice,chunk,without,difference,intersection,partition,filter,reject,find,findLast,reduce,maxBy,minBy,join,split}[0] -> ()',
    'L.{toString,trim,trimStart,trimEnd,toLower,toUpper,lowerCase,upperCase,lowerFirst,upperFirst,capitalize,camelCase,kebabCase,snakeCase,startCase,deburr,truncate,pad,padStart,padEnd,repeat,words,toPath,escape,escapeRegExp}[0] -> ()',
    'L.{concat,union,zip,zipObject,merge,mergeWith,assign,assignIn,extend,defaults,defaultsDeep}[0..] -> ()',
    'L.{merge,mergeWith,assign,assignIn,extend,defaults,defaultsDeep}[1..] -> [0]',
    'L.{set,setWith}[0] -> ()',
    'L.{set,setWith}[2] -> [0]',
    'L.get[2] -> ()',
    'L.replace[0..2] -> ()',
    { flow: 'L.unescape[0] -> ()', again: ['html'] },
    'L.template()[0].* -> ()',
    'L.{map,flatMap,filter,reject,find,forEach,each,some,every,sortBy,groupBy,keyBy,mapValues,mapKeys,pickBy,omitBy,uniqBy,partition,forOwn,forIn}[0].* -> [1](0)',
    'L.{reduce,transform}[0].* -> [1](1)',
    'L.{map,flatMap,mapValues,reduce}[1]() -> ().*',
    'L.{tap,thru}[0] -> [1](0)',
    'L.{debounce,throttle,once,memoize,curry,ary,unary,before}[0] is ()',
  ],
});
