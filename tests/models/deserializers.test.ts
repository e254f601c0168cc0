import { deserializers } from '../../src/models/deserializers.ts';
import { describeModel, flow, sink } from './harness.ts';

describeModel(deserializers, "import * as lib from 'node-serialize'; import { JSONfn } from 'jsonfn';", [
  sink('deserialize', 'exports.{unserialize,deserialize,deepDeserialize,parse}[0]', 'lib.EACH(INPUT);', 'lib.serialize(INPUT);'),
  sink('deserialize', 'exports.JSONfn.parse[0]', 'JSONfn.parse(INPUT);', 'JSONfn.stringify(INPUT);'),
  flow('exports.{unserialize,deserialize,deepDeserialize,parse}[0] -> ()', 'SINK(lib.EACH(INPUT).name);'),
]);
