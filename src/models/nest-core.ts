import { defineModel } from '../model/dsl.ts';

/** The app itself: what is set up for all controllers. */
export const nestCore = defineModel({
  modules: ['@nestjs/core'],
  marks: { cors: [{ at: 'exports.NestFactory.create', when: { '[1]': { is: 'present' } } }, 'exports.NestFactory.create().enableCors'] },
});
