import { dset } from '../../src/models/dset.ts';
import { describeModel, sink } from './harness.ts';

describeModel(dset, "import set, { dset } from 'dset';", [
  sink('key', 'exports[1]', 'set(store(), INPUT, 1);', 'set(store(), "name", INPUT);'),
  sink('key', 'exports.dset[1]', 'dset(store(), INPUT, 1);', 'dset(store(), "name", INPUT);'),
]);
