import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-unsafe-buffer.ts';
import { express, fastify, http, koa, lines, runJavaScript, type Sample } from './samples.ts';

const inExpress = express();
const inHttp = http();
const inKoa = koa();
const inFastify = fastify();

const flow = { messageId: 'flow' as const };
/** Sent as it is; `--fix` fills it with zeros. */
const sent = (sample: Sample, ...body: string[]) => ({
  code: sample(...body),
  output: sample(...body).replace(/allocUnsafe(?:Slow)?/, 'alloc'),
  errors: [flow],
});
const old = (before: string, after: string) => ({ code: lines(before), output: lines(after), errors: [{ messageId: 'old' as const }] });
const choice = (before: string, from: string, alloc?: string) => ({
  code: lines(before),
  errors: [
    {
      messageId: 'old' as const,
      suggestions: [
        { messageId: 'from' as const, data: { name: 'Buffer.from()' }, output: lines(from) },
        ...(alloc === undefined ? [] : [{ messageId: 'alloc' as const, data: { name: 'Buffer.alloc()' }, output: lines(alloc) }]),
      ],
    },
  ],
});

new RuleTester().run('no-unsafe-buffer', rule, {
  valid: [
    // said which is meant
    lines('Buffer.from(x);', 'Buffer.alloc(10);', 'Buffer.concat([a, b]);', 'Buffer.from([1, 2]);'),
    // never sent
    lines('const scratch = Buffer.allocUnsafe(1024);', 'export const size = scratch.length;'),
    lines('export const page = (n) => Buffer.allocUnsafe(n);'),
    // written before it is sent
    inExpress('const page = Buffer.allocUnsafe(64);', 'page.fill(0);', 'res.send(page);'),
    inExpress('res.send(Buffer.allocUnsafe(64).fill(1));'),
    inExpress('const out = Buffer.allocUnsafe(4);', 'out.writeUInt32BE(req.body.length);', 'res.send(out);'),
    inExpress('const out = Buffer.allocUnsafe(4);', 'for (let i = 0; i < 4; i++) out[i] = i;', 'res.send(out);'),
    inExpress('const out = Buffer.allocUnsafe(9);', 'for (const part of parts) part.copy(out);', 'res.send(out);'),
    lines("import fs from 'node:fs';") + inHttp('const out = Buffer.allocUnsafe(512);', 'const n = fs.readSync(fd, out);', 'res.end(out.subarray(0, n));'),
    lines("import { randomFillSync } from 'node:crypto';") + inKoa('const id = Buffer.allocUnsafe(16);', 'randomFillSync(id);', "ctx.body = id.toString('base64');"),
    inExpress('const out = Buffer.allocUnsafe(9);', 'encode(out);', 'res.send(out);'),
    inExpress('const out = Buffer.allocUnsafe(9);', 'new Writer(out).all(req.body);', 'res.send(out);'),
    // made elsewhere, written here
    inHttp('const out = page(9);', "out.write('x');", 'res.end(out);') + lines('function page(n) {', '  return Buffer.allocUnsafe(n);', '}'),
    // filled from the start
    inFastify('reply.send(Buffer.alloc(64));'),
    // only its length goes out
    inExpress('const out = Buffer.allocUnsafe(64);', 'res.json({ size: out.byteLength });'),
    // other things of these names
    lines('class Buffer {', '  constructor(public size: number) {}', '}', 'new Buffer(5);'),
    lines("import { Buffer } from './buffer.js';", 'new Buffer(5);', 'Buffer(5);'),
    lines('let b: Buffer;', 'if (b instanceof Buffer) use(b);', 'class Page extends Buffer {}'),
    inExpress('const Buffer = pool();', 'res.send(Buffer.allocUnsafe(9));'),
  ],
  invalid: [
    // sent as it is
    sent(inExpress, 'res.send(Buffer.allocUnsafe(64));'),
    sent(inExpress, 'const page = Buffer.allocUnsafe(64);', 'res.send(page);'),
    sent(inHttp, 'const page = Buffer.allocUnsafeSlow(64);', 'res.end(page);'),
    sent(inKoa, 'ctx.body = Buffer.allocUnsafe(64);'),
    sent(inFastify, "const id = Buffer.allocUnsafe(16).toString('base64');", 'reply.send({ id });'),
    sent(inExpress, 'const page = Buffer.allocUnsafe(64);', 'const half = page.subarray(0, 32);', "res.json({ half: half.toString('latin1') });"),
    {
      code: inExpress('res.send(page(9));') + lines('function page(n) {', '  return Buffer.allocUnsafe(n);', '}'),
      output: inExpress('res.send(page(9));') + lines('function page(n) {', '  return Buffer.alloc(n);', '}'),
      errors: [{ messageId: 'flow', data: { source: 'Buffer.allocUnsafe(…)', way: '', more: '' } }],
    },
    { code: lines("import { SlowBuffer } from 'node:buffer';") + inHttp('res.end(new SlowBuffer(9));'), errors: [{ messageId: 'flow', data: { source: 'SlowBuffer()', way: '', more: '' } }] },
    { code: inExpress('const { allocUnsafe } = Buffer;', 'res.send(allocUnsafe(9));'), errors: [flow] },
    { code: inExpress('res.send(encode(Buffer.allocUnsafe(9)));'), options: [{ unsure: true }], errors: [flow], output: inExpress('res.send(encode(Buffer.alloc(9)));') },
    // which is meant is known
    old('new Buffer(10);', 'Buffer.alloc(10);'),
    old('const b = Buffer(10);', 'const b = Buffer.alloc(10);'),
    old("new Buffer('abc');", "Buffer.from('abc');"),
    old("const b = new Buffer('YWJj', 'base64');", "const b = Buffer.from('YWJj', 'base64');"),
    old('new Buffer([1, 2, 3]);', 'Buffer.from([1, 2, 3]);'),
    old('new Buffer(`id: ${id}`);', 'Buffer.from(`id: ${id}`);'),
    { code: lines('const SIZE = 4 * 1024;', 'new Buffer(SIZE);'), output: lines('const SIZE = 4 * 1024;', 'Buffer.alloc(SIZE);'), errors: [{ messageId: 'old', line: 2, column: 1 }] },
    {
      code: lines("import { Buffer as Bytes } from 'node:buffer';", 'const b = new Bytes(/* a page */ 64);'),
      output: lines("import { Buffer as Bytes } from 'node:buffer';", 'const b = Bytes.alloc(/* a page */ 64);'),
      errors: [{ messageId: 'old', data: { call: 'new Bytes(/* a page */ 64)' } }],
    },
    // which is meant is the user's to say
    choice('new Buffer(x);', 'Buffer.from(x);', 'Buffer.alloc(x);'),
    choice('const b = Buffer(read());', 'const b = Buffer.from(read());', 'const b = Buffer.alloc(read());'),
    choice("new Buffer(text, 'base64');", "Buffer.from(text, 'base64');"),
    {
      code: inExpress('const b = new Buffer(req.body.data);', 'keep(b);'),
      errors: [{ messageId: 'old', suggestions: [{ messageId: 'from', output: inExpress('const b = Buffer.from(req.body.data);', 'keep(b);') }, { messageId: 'alloc', output: inExpress('const b = Buffer.alloc(req.body.data);', 'keep(b);') }] }],
    },
    { code: lines('new Buffer;', 'new Buffer(...list);'), errors: [{ messageId: 'old' }, { messageId: 'old' }] },
    { code: lines('const { Buffer: Bytes } = globalThis;', "new Bytes('a');"), output: lines('const { Buffer: Bytes } = globalThis;', "Bytes.from('a');"), errors: [{ messageId: 'old' }] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const { Buffer } = require('buffer');", 'Buffer.alloc(5);') }],
  invalid: [
    {
      code: lines("const { Buffer } = require('buffer');", 'new Buffer(5);'),
      output: lines("const { Buffer } = require('buffer');", 'Buffer.alloc(5);'),
      errors: [{ messageId: 'old' }],
    },
    { code: lines("new (require('buffer').Buffer)(5);"), errors: [{ messageId: 'old' }] },
  ],
});
