import { defineModel } from '../model/dsl.ts';

export const nodeTimers = defineModel({
  modules: ['timers/promises'],
  flows: ['exports.{setTimeout,setInterval}[1] -> ()', 'setImmediate[0] -> ()'],
});
