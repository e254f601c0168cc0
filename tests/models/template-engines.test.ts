import { templateEngines } from '../../src/models/template-engines.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(templateEngines, "import { Eta, Liquid } from 'eta'; const engine = require('mustache');", [
  way('Engine', 'exports', 'engine.compile(INPUT);'),
  way('Engine', 'exports.{Eta,Liquid,Swig}()', 'new engine.EACH().parse(INPUT);'),
  way('Engine', ':{Eta,Liquid}', 'export const f = (own: EACH) => own.parse(INPUT);'),
  sink('template', 'Engine.{renderString,renderStringAsync,compile,compileToString,template,parse,parseAndRender,parseAndRenderSync,precompile}[0]', 'engine.EACH(`<p>${INPUT}`);', 'engine.EACH("<p>", { name: INPUT });'),
  sink('template', 'exports.{render,renderAsync}[0]', 'engine.EACH(INPUT, {});', 'engine.EACH("<p>", { name: INPUT });'),
  sink('template', 'Engine.{evalValue,evalValueSync}[0]', 'new engine.Liquid().EACH(INPUT);', 'new engine.Liquid().EACH("name", { name: INPUT });'),
  sink('template', 'Engine.loadTemplate[1]', 'new Eta().loadTemplate("@a", INPUT);', 'new Eta().loadTemplate("@a", "<p>");'),
  sink('template', 'exports.renderFile[1]', 'engine.renderFile("a", INPUT);', 'engine.renderFile("a", { name: INPUT });'),
  sink('path', 'Engine.{renderFile,renderFileSync,parseFile,parseFileSync,compileFile}[0]', 'engine.EACH(INPUT);', 'engine.EACH("a.html");'),
]);
