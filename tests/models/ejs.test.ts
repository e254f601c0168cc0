import { ejs } from '../../src/models/ejs.ts';
import { describeModel, sink } from './harness.ts';

describeModel(ejs, "import ejs from 'ejs';", [
  sink('template', 'exports.{render,compile,Template}[0]', 'new ejs.EACH(`<p>${INPUT}`);', 'new ejs.EACH("<p><%= name %>", {});'),
  sink('template', 'exports.{render,renderFile}[1]', 'ejs.EACH("a", INPUT);', 'ejs.EACH("a", { name: INPUT });', 'ejs.EACH("a", String(INPUT));'),
  sink('path', 'exports.renderFile[0]', 'ejs.renderFile(INPUT);', 'ejs.renderFile("a.ejs");'),
]);
