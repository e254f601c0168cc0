import { nunjucks } from '../../src/models/nunjucks.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(nunjucks, "import nunjucks, { type Environment } from 'nunjucks';", [
  way('Env', 'exports', 'nunjucks.renderString(INPUT);'),
  way('Env', 'exports.{Environment,configure}()', 'new nunjucks.EACH("views").renderString(INPUT);'),
  way('Env', ':Environment', 'export const f = (env: Environment) => env.renderString(INPUT);'),
  sink('template', 'Env.renderString[0]', 'nunjucks.renderString(`<p>${INPUT}`, {});', 'nunjucks.renderString("{{ name }}", { name: INPUT });'),
  sink('template', 'exports.{compile,precompileString,Template}[0]', 'new nunjucks.EACH(INPUT);', 'new nunjucks.EACH("{{ name }}");'),
  sink('path', 'Env.{render,getTemplate}[0]', 'nunjucks.EACH(INPUT);', 'nunjucks.EACH("a.njk", { name: INPUT });'),
  sink('html', 'exports.runtime.{SafeString,markSafe}[0]', 'new nunjucks.runtime.EACH(INPUT);', 'new nunjucks.runtime.EACH("<p>");'),
]);
