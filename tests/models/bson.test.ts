import { bson } from '../../src/models/bson.ts';
import { describeModel, flow, sink, way } from './harness.ts';

describeModel(bson, "import Lib, { BSON, deserialize } from 'bson';", [
  way('Bson', 'exports', 'deserialize(INPUT, { evalFunctions: true });'),
  way('Bson', 'exports.BSON', 'BSON.deserialize(INPUT, { evalFunctions: true });'),
  way('Bson', 'Bson()', 'new Lib().deserialize(INPUT, { evalFunctions: true });'),
  sink('deserialize', 'Bson.deserialize[0]', 'deserialize(INPUT, { evalFunctions: true });', 'deserialize(INPUT);', 'deserialize(INPUT, { evalFunctions: false });'),
  sink('deserialize', 'Bson.deserializeStream[0]', 'BSON.deserializeStream(INPUT, 0, 1, [], 0, { evalFunctions: true });', 'BSON.deserializeStream(INPUT, 0, 1, [], 0);'),
  flow('Bson.deserialize[0] -> ()', 'SINK(BSON.deserialize(INPUT).name);'),
  flow('Bson.serialize[0] -> ()', 'SINK(BSON.serialize(INPUT));'),
]);
