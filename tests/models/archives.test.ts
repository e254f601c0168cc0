import { archives } from '../../src/models/archives.ts';
import { describeModel, source, way } from './harness.ts';

describeModel(archives, "import * as zip from 'unzipper';", [
  way('Entry', "exports.extract().on('entry')[1](0)", 'zip.extract().on("entry", (header) => SINK(header.name));'),
  way('Entry', 'exports().getEntries().*', 'new zip.default("a").getEntries().forEach((entry) => SINK(entry.entryName));'),
  way('Entry', 'exports().getEntry()', 'SINK(new zip.default("a").getEntry("b").entryName);'),
  way('Entry', 'exports.{Parser,Parse,ParseOne}().*', 'for await (const entry of zip.EACH()) SINK(entry.path);'),
  way('Entry', "exports.{Parser,Parse,ParseOne}().on('entry')[1](0)", 'zip.EACH().on("entry", (entry) => SINK(entry.path));'),
  way('Entry', 'exports.{t,list,x,extract}[0].{onentry,onReadEntry}(0)', 'zip.EACH({ file: "a", EACH2: (entry) => SINK(entry.path) });'),
  way('Entry', 'exports.Open.*().files.*', 'for (const entry of (await zip.Open.file("a")).files) SINK(entry.path);'),
  way('Entry', ':{Entry,IZipEntry}', 'import type { EACH } from "unzipper"; export const f = (entry: EACH) => SINK(entry.path);'),
  source('remote', 'Entry.{fileName,path,name,entryName}', 'zip.Parse().on("entry", (entry) => SINK(entry.EACH));'),
]);
