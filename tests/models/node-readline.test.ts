import { nodeReadline } from '../../src/models/node-readline.ts';
import { describeModel, source, way } from './harness.ts';

describeModel(nodeReadline, "import readline from 'node:readline'; const lines = readline.createInterface({ input: process.stdin });", [
  way('Lines', 'exports.{createInterface,Interface}()', "import { EACH as Make } from 'readline'; new Make({ input: process.stdin }).on('line', (line) => SINK(line));"),
  way('Lines', 'exports.promises.{createInterface,Interface}()', "SINK(await new readline.promises.EACH({ input: process.stdin }).question('Name?'));"),
  way('Lines', ':Interface', "declare const one: readline.Interface; one.on('line', (line) => SINK(line));"),
  source('cli', "Lines.{on,once}('line')[1](0)", "lines.EACH('line', (line) => SINK(line));"),
  source('cli', 'Lines.question()', "SINK(await lines.question('Name?'));"),
  source('cli', 'Lines.question[1..2](0)', "lines.question('Name?', (name) => SINK(name));"),
]);
