import { nodeWorkerThreads } from '../../src/models/node-worker-threads.ts';
import { describeModel, sink, source } from './harness.ts';

describeModel(nodeWorkerThreads, "import { Worker } from 'node:worker_threads';", [
  sink('code', 'exports.Worker[0]', 'new Worker(INPUT, { eval: true });', 'new Worker("run()", { eval: true, workerData: INPUT });'),
  sink('code', 'exports.Worker[0]', 'new Worker(INPUT);', 'new Worker("./worker.js", { workerData: INPUT });'),
  source('error', "exports.Worker().on('error')[1](0)", 'new Worker("a").on("error", (error) => SINK(error));'),
]);
