import { defineModel } from '../model/dsl.ts';

/** What is emitted arrives at listeners by the engine's own doing, whatever class made the emitter. */
export const nodeEvents = defineModel({
  modules: ['events', 'eventemitter3', 'mitt', 'emittery'],
  types: { Emitter: ['exports()', 'exports.{EventEmitter,EventEmitterAsyncResource}()', ':{EventEmitter,Emitter}'] },
  sources: { error: ["Emitter.{on,once,addListener,prependListener}('error')[1](0)"] },
  marks: { event: ['exports.once'] },
});
