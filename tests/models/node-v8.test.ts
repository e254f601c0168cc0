import { nodeV8 } from '../../src/models/node-v8.ts';
import { describeModel, flow, mark, sink } from './harness.ts';

describeModel(nodeV8, "import v8 from 'node:v8';", [
  sink('deserialize', 'exports.{deserialize,Deserializer,DefaultDeserializer}[0]', 'new v8.EACH(INPUT);', 'v8.serialize(INPUT);'),
  sink('path', 'exports.writeHeapSnapshot[0]', 'v8.writeHeapSnapshot(INPUT);', 'v8.writeHeapSnapshot("a.heapsnapshot");'),
  flow('exports.{serialize,deserialize}[0] -> ()', 'SINK(v8.EACH(INPUT));'),
  mark('blocking', 'exports.{writeHeapSnapshot,getHeapSnapshot}', 'v8.EACH();'),
]);
