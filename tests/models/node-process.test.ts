import { nodeProcess } from '../../src/models/node-process.ts';
import { describeModel, way } from './harness.ts';

describeModel(nodeProcess, "import current from 'node:process';", [way('global:Process', 'exports', 'SINK(current.argv[2]);')]);
