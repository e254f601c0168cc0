import { defineModel } from '../model/dsl.ts';

export const cookieParser = defineModel({
  modules: ['cookie-parser'],
  marks: { credential: ['exports[0]'] },
});
