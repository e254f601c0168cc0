import { nodeTimers } from '../../src/models/node-timers.ts';
import { describeModel, flow } from './harness.ts';

describeModel(nodeTimers, "import * as timers from 'node:timers/promises';", [
  flow('exports.{setTimeout,setInterval}[1] -> ()', 'SINK(await timers.EACH(10, INPUT));', 'SINK(await timers.EACH(10, "x"));'),
  flow('setImmediate[0] -> ()', 'SINK(await timers.setImmediate(INPUT));', 'SINK(await timers.setImmediate("x"));'),
]);
