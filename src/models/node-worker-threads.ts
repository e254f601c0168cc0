import { defineModel } from '../model/dsl.ts';

export const nodeWorkerThreads = defineModel({
  modules: ['worker_threads'],
  sinks: { code: ['exports.Worker[0]'] },
  sources: { error: ["exports.Worker().on('error')[1](0)"] },
});
