import { defineModel } from '../model/dsl.ts';

export const nodeUtil = defineModel({
  modules: ['util'],
  types: { 'global:Decoder': ['exports.{TextDecoder,TextEncoder}()'] },
  sources: { cli: ['parseArgs().{values,positionals}'] },
  sanitizers: {
    // one number, and nothing behind that would be added to the text
    '*': [{ at: 'format()', when: { '[0]': /^(?:[^%]|%%)*%[dif](?:[^%]|%%)*$/, '[2]': { is: 'absent' } } }],
    // inspect() writes line ends of strings as \n, format() does not
    log: ['inspect()'],
    nosql: ['exports.{format,inspect,stripVTControlCharacters,toUSVString}()'],
  },
  marks: { inherits: ['exports.inherits'], promisifies: ['exports.promisify'] },
  flows: [
    'exports.{promisify,callbackify,deprecate}[0] is ()',
    'exports.{format,formatWithOptions}[0..].* -> ()',
    'inspect[0] -> ()',
    'exports.{stripVTControlCharacters,toUSVString,parseEnv}[0] -> ()',
    'styleText[1] -> ()',
  ],
});
