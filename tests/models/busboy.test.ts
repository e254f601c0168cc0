import { busboy } from '../../src/models/busboy.ts';
import { describeModel, source, way } from './harness.ts';

describeModel(busboy, "import busboy from 'busboy'; const form = busboy({ headers });", [
  way('Parser', 'exports()', 'form.on("field", (name) => SINK(name));'),
  way('Parser', 'exports.Busboy()', "import { Busboy } from '@fastify/busboy'; new Busboy({ headers }).on('field', (name) => SINK(name));"),
  source('remote', "Parser.on('file')[1](0)", 'form.on("file", (name) => SINK(name));', 'form.on("close", (name) => SINK(name));'),
  source('remote', "Parser.on('file')[1](2)", 'form.on("file", (name, file, filename) => SINK(filename));'),
  source('remote', "Parser.on('field')[1](0..1)", 'form.on("field", (name, value) => SINK(value));'),
  source('remote', "Parser.on('file')[1](1).on('data')[1](0)", 'form.on("file", (name, file) => file.on("data", (part) => SINK(part)));', 'form.on("file", (name, file) => file.on("end", (part) => SINK(part)));'),
]);
