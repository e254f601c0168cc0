import { nodeFs } from '../../src/models/node-fs.ts';
import { describeModel, flow, mark, sink, source, way } from './harness.ts';

describeModel(nodeFs, "import fs from 'node:fs'; import { open } from 'node:fs/promises';", [
  way('Fs', 'exports', 'fs.readFileSync(INPUT);'),
  way('Fs', 'exports.promises', 'await fs.promises.readFile(INPUT);'),
  way('Handle', 'Fs.open()', 'const handle = await open("a"); SINK(await handle.readFile());'),
  way('Handle', ':FileHandle', "import type { FileHandle } from 'node:fs/promises'; export const f = async (h: FileHandle) => SINK(await h.readFile());"),
  way('Input', 'Fs.createReadStream()', 'fs.createReadStream("a").on("data", (chunk) => SINK(chunk));'),
  way('Input', 'Handle.createReadStream()', '(await open("a")).createReadStream().on("data", (chunk) => SINK(chunk));'),
  way('Input', ':ReadStream', 'export const f = (s: fs.ReadStream) => s.on("data", (chunk) => SINK(chunk));'),
  source('file', 'Fs.{*}()', 'SINK(await fs.EACH("a", "utf8"));'),
  source('file', 'Fs.{readFile,readdir,readlink}[1..2](1)', 'fs.EACH("a", (err, data) => SINK(data));'),
  source('file', 'Handle.readFile()', 'SINK(await (await open("a")).readFile());'),
  source('file', 'Handle.readLines().*', 'for await (const line of (await open("a")).readLines()) SINK(line);'),
  source('file', "Input.{on,once,addListener}('data')[1](0)", 'fs.createReadStream("a").EACH("data", (chunk) => SINK(chunk));'),
  source('error', 'Fs.{*}[1..](0)', 'fs.EACH("a", (err) => SINK(err));'),
  source('error', "Fs.{createReadStream,createWriteStream}().{on,once}('error')[1](0)", 'fs.EACH("a").EACH2("error", (err) => SINK(err));'),
  sink('path', 'Fs.{*}[0]', 'fs.EACH(INPUT);', 'fs.EACH("a");'),
  sink('path', 'Fs.{*}[1]', 'fs.EACH("a", INPUT);', 'fs.EACH("a", "b");'),
  flow('Fs.{realpath,realpathSync}[0] -> ()', 'SINK(fs.EACH(INPUT));'),
  flow('Fs.{realpath,realpathSync}.native[0] -> ()', 'SINK(fs.EACH.native(INPUT));'),
  flow('Fs.{realpath,realpathSync}[0] -> [1..2](1)', 'fs.EACH(INPUT, (err, real) => SINK(real));'),
  mark('streams', 'Fs.{createReadStream,createWriteStream}', 'fs.EACH("a");', 'fs.readFile("a");'),
  mark('streams', 'Handle.{createReadStream,createWriteStream}', '(await open("a")).EACH();'),
  mark('errorFirst', 'Fs.{*}', 'fs.EACH("a", () => work());', 'fs.watch("a", () => work());'),
  mark('permits', 'Fs.{chmod,chmodSync,fchmod,fchmodSync,lchmod,lchmodSync}', 'fs.EACH("a", 0o777);', 'fs.readFile("a");'),
  mark('blocking', 'Fs.{*}', 'fs.EACH("a");'),
]);
