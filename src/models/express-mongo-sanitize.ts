import { defineModel } from '../model/dsl.ts';

export const expressMongoSanitize = defineModel({
  modules: ['express-mongo-sanitize', '@exortek/express-mongo-sanitize'],
  sanitizers: {
    nosql: [
      // the middleware
      { at: 'exports()', when: { '[0].dryRun': { is: 'absent' } }, file: true },
      'exports.sanitize()',
      'exports.sanitize[0]',
    ],
  },
  // `has` tells of a member that begins with `$`
  guards: { nosql: [{ at: 'exports.has[0]', if: false }] },
  flows: ['exports.sanitize[0] -> ()'],
});
