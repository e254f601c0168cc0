import { handlebars } from '../../src/models/handlebars.ts';
import { clean, describeModel, flow, sink, way } from './harness.ts';

describeModel(handlebars, "import handlebars from 'handlebars';", [
  way('Handlebars', 'exports', 'handlebars.compile(INPUT);'),
  way('Handlebars', 'Handlebars.create()', 'handlebars.create().compile(INPUT);'),
  sink('template', 'Handlebars.{compile,precompile,template}[0]', 'handlebars.EACH(INPUT);', 'handlebars.EACH("{{ name }}")({ name: INPUT });'),
  sink('template', 'Handlebars.registerPartial[1]', 'handlebars.registerPartial("a", INPUT);', 'handlebars.registerPartial("a", "{{ name }}");'),
  sink('html', 'Handlebars.SafeString[0]', 'new handlebars.SafeString(INPUT);', 'new handlebars.SafeString(handlebars.escapeExpression(INPUT));'),
  clean('html', 'Handlebars.escapeExpression()', 'SINK(handlebars.escapeExpression(INPUT));', 'SINK(INPUT);'),
  clean('html', 'Handlebars.Utils.escapeExpression()', 'SINK(handlebars.Utils.escapeExpression(INPUT));', 'SINK(INPUT);'),
  flow('Handlebars.escapeExpression[0] -> ()', 'SINK(handlebars.escapeExpression(INPUT));'),
  flow('Handlebars.Utils.escapeExpression[0] -> ()', 'SINK(handlebars.Utils.escapeExpression(INPUT));'),
]);
