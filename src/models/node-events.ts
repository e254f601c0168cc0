import { defineModel } from '../model/dsl.ts';

/** Any emitter, whatever class made it. */
export const nodeEvents = defineModel({
  modules: ['events', 'eventemitter3', 'mitt', 'emittery'],
  flows: [
    '*.emit[1..] -> *.on[1](..)',
    '*.emit[1..] -> *.once[1](..)',
    '*.emit[1..] -> *.addListener[1](..)',
    '*.emit[1..] -> *.prependListener[1](..)',
  ],
});
