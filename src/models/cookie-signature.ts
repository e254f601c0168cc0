import { defineModel } from '../model/dsl.ts';

export const cookieSignature = defineModel({
  modules: ['cookie-signature'],
  flows: ['exports.sign[0] -> ()', 'exports.unsign[0] -> ()'],
  marks: { credential: ['exports.{sign,unsign}[1]'] },
});
