import { nodeStream } from '../../src/models/node-stream.ts';
import { describeModel, flow, source, way } from './harness.ts';

const serve = (body: string): string => `http.createServer(async (req, res) => { ${body} });`;

describeModel(nodeStream, "import stream, { Readable } from 'node:stream'; import consumers from 'node:stream/consumers'; import http from 'node:http';", [
  way('Input', 'exports.Readable.from()', "Readable.from(INPUT).on('data', (data) => SINK(data));"),
  source('remote', 'exports.text()', serve('SINK(await consumers.text(req))')),
  source('remote', 'exports.{json,buffer,arrayBuffer,blob}()', serve('SINK(await consumers.EACH(req))')),
  source('error', 'exports.{pipeline,finished}[-1](0)', 'stream.EACH(from, to, (problem) => SINK(problem));'),
  flow('*.pipe[0] is ()', serve("make().pipe(res).end(`<p>${INPUT}`)"), serve("make().pipe(res).end('<p>')")),
  flow('exports.Readable.from[0] -> ()', 'SINK(Readable.from(INPUT));', 'SINK(Readable.from("a"));'),
  flow('Input.on[this] -> [1](0)', "Readable.from(INPUT).on('data', (data) => SINK(data));", "Readable.from('a').on('data', (data) => SINK(data));"),
  flow('exports.{text,json,buffer,arrayBuffer,blob}[0] -> ()', 'SINK(await consumers.EACH(INPUT));', 'SINK(await consumers.EACH("a"));'),
]);
