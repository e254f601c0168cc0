import { nodeBuffer } from '../../src/models/node-buffer.ts';
import { clean, describeModel, flow, sink, source, way } from './harness.ts';

const encoded = (kind: Parameters<typeof clean>[0]): ReturnType<typeof clean> => clean(kind, 'btoa()', 'SINK(buffer.btoa(INPUT));', 'SINK(buffer.transcode(INPUT, "utf8", "latin1"));');

describeModel(nodeBuffer, "import buffer from 'node:buffer';", [
  way('global:BufferClass', 'exports.Buffer', 'SINK(buffer.Buffer.from(INPUT));'),
  way('global:Bytes', 'exports.SlowBuffer()', 'SINK(new buffer.SlowBuffer(9).fill(INPUT).toJSON());'),
  sink('size', 'exports.SlowBuffer[0]', 'new buffer.SlowBuffer(Number(INPUT));', 'new buffer.SlowBuffer(16);'),
  ...(['html', 'url', 'redirect', 'header', 'log', 'sql', 'command', 'template'] as const).map(encoded),
  ...(['nosql', 'fields'] as const).map((kind) => clean(kind, 'exports.{atob,btoa}()', 'SINK(buffer.EACH(INPUT));', 'SINK(buffer.transcode(INPUT, "utf8", "latin1"));')),
  flow('exports.{btoa,transcode}[0] -> ()', 'SINK(buffer.EACH(INPUT));', 'SINK(buffer.EACH("a"));'),
  flow('atob[0] -> ()', 'SINK(buffer.atob(encodeURIComponent(INPUT)));', 'SINK(buffer.atob("YQ=="));'),
  source('uninitialised', 'exports.SlowBuffer()', 'SINK(new buffer.SlowBuffer(9));'),
]);
