import { defineModel } from '../model/dsl.ts';

const clean = 'toNumber,toInteger,toSafeInteger,toFinite,toLength,parseInt,clamp,size,random,indexOf,findIndex,isEmpty,isEqual,isString,isNumber,inRange,has,includes,some,every,uniqueId';
// what they give back is what the callback does
const mapped = 'map,flatMap,mapValues,reduce';
const called = 'map,flatMap,filter,reject,find,forEach,each,some,every,sortBy,groupBy,keyBy,mapValues,mapKeys,pickBy,omitBy,uniqBy,partition,forOwn,forIn';
const kept =
  'get,at,pick,omit,pickBy,omitBy,clone,cloneDeep,values,toArray,entries,toPairs,fromPairs,invert,keyBy,groupBy,mapKeys,castArray,first,head,last,tail,initial,nth,take,takeRight,takeWhile,drop,dropRight,compact,flatten,flattenDeep,uniq,uniqBy,reverse,sortBy,orderBy,shuffle,sample,sampleSize,slice,chunk,without,difference,intersection,partition,filter,reject,find,findLast,maxBy,minBy,join,split,concat,merge,assign,extend,defaults,toString,trim,trimStart,trimEnd,toLower,toUpper,capitalize,camelCase,kebabCase,snakeCase,startCase,truncate,padStart,padEnd,replace,words,pop,shift,value,commit,forEach,each,tap';

export const lodash = defineModel({
  modules: ['lodash', 'lodash-es', 'lodash/*', 'lodash-es/*', 'lodash/fp'],
  types: { L: ['exports'], Chain: ['exports()', 'L.chain()', 'Chain.*()', `Chain.{${kept},${mapped},${called},thru}()`] },
  marks: { composes: ['L.flow'], composesBack: ['L.flowRight'] },
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
    '*': [`L.{${clean}}()`],
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
    `L.{${called}}[0].* -> [1](0)`,
    'L.{reduce,transform}[0].* -> [1](1)',
    `L.{${mapped}}[1]() -> ().*`,
    // `map(list, 'name')`
    { flow: 'L.{map,flatMap}[0].* -> ().*', when: { '[1]': /./ } },
    // `_(list)…` and `_.chain(list)…`
    'exports[0] -> ()',
    `Chain.{${kept}}[this] -> ()`,
    `Chain.{${called}}[this].* -> [0](0)`,
    'Chain.{reduce,transform}[this].* -> [0](1)',
    'Chain.{tap,thru}[this] -> [0](0)',
    `Chain.{${mapped},thru}[0]() -> ()`,
    { flow: 'Chain.{map,flatMap,mapValues}[this] -> ()', when: { '[0]': /./ } },
    'Chain.{concat,merge,assign,extend,defaults}[0..] -> ()',
    'L.{tap,thru}[0] -> [1](0)',
    'L.{debounce,throttle,once,memoize,curry,ary,unary,before}[0] is ()',
  ],
});
