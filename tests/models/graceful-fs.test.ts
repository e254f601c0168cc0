import { gracefulFs } from '../../src/models/graceful-fs.ts';
import { describeModel, flow, way } from './harness.ts';

describeModel(gracefulFs, "import fs from 'graceful-fs'; import * as memory from 'memfs'; import real from 'node:fs';", [
  way('fs:Fs', 'exports', 'fs.readFile(INPUT, done);'),
  way('fs:Fs', 'exports.fs', 'memory.fs.readFile(INPUT, done);'),
  flow('gracefulify[0] is ()', 'fs.gracefulify(real).readFile(INPUT, done);'),
]);
