import { defineModel } from '../model/dsl.ts';

export const nodeWorkerThreads = defineModel({
  modules: ['worker_threads'],
  // text with `eval`, else the file that is loaded
  sinks: { code: [{ at: 'exports.Worker[0]', when: { '[1].eval': true } }, 'exports.Worker[0]'] },
  sources: { error: ["exports.Worker().on('error')[1](0)"] },
});
