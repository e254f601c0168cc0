import { pug } from '../../src/models/pug.ts';
import { describeModel, sink } from './harness.ts';

describeModel(pug, "import pug from 'pug';", [
  sink('template', 'exports.{render,compile,compileClient,compileClientWithDependenciesTracked}[0]', 'pug.EACH(`p ${INPUT}`);', 'pug.EACH("p= name");'),
  sink('template', 'exports.{render,renderFile}[1]', 'pug.EACH("a", { ...INPUT });', 'pug.EACH("a", { name: INPUT });'),
  sink('path', 'exports.{renderFile,compileFile,compileFileClient}[0]', 'pug.EACH(INPUT);', 'pug.EACH("a.pug");'),
]);
