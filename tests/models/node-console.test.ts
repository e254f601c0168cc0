import { nodeConsole } from '../../src/models/node-console.ts';
import { describeModel, way } from './harness.ts';

describeModel(nodeConsole, "import logger from 'node:console';", [
  way('global:Console', 'exports', 'logger.log(INPUT);'),
  way('global:Console', 'exports.Console()', 'new logger.Console(process.stdout).log(INPUT);'),
]);
