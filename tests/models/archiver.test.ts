import { archiver } from '../../src/models/archiver.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(archiver, "import archiver from 'archiver'; import * as all from 'archiver';", [
  way('Archive', 'exports()', 'archiver("zip").file(INPUT);'),
  way('Archive', 'exports.create()', 'all.create("zip").file(INPUT);'),
  way('Archive', 'exports.{ZipArchive,TarArchive,JsonArchive,Archiver}()', 'new all.EACH().file(INPUT);'),
  way('Archive', 'Archive.{append,directory,file,glob,symlink}()', 'archiver("zip").EACH("a").file(INPUT);'),
  way('Archive', ':Archiver', 'import type { Archiver } from "archiver"; export const f = (archive: Archiver) => archive.file(INPUT);'),
  sink('path', 'Archive.{file,directory,glob}[0]', 'archiver("zip").EACH(INPUT);', 'archiver("zip").EACH("a", { name: INPUT });'),
]);
