import { defineModel } from '../model/dsl.ts';

export const nodeWorkerThreads = defineModel({
  modules: ['worker_threads'],
  // text with `eval: true`, else the file that is loaded
  sinks: { code: ['exports.Worker[0]'] },
  sources: { error: ["exports.Worker().on('error')[1](0)"] },
});
