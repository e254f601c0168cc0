import { xpath } from '../../src/models/xpath.ts';
import { describeModel, sink } from './harness.ts';

describeModel(xpath, "import xpath from 'xpath';", [
  sink('xpath', 'exports.{select,select1,evaluate,parse,createExpression,selectWithResolver}[0]', 'xpath.EACH(`//a[${INPUT}]`, doc);', 'xpath.EACH("//a", doc, { variables: { name: INPUT } });'),
  sink('xpath', 'exports.useNamespaces()[0]', 'xpath.useNamespaces({})(INPUT, doc);', 'xpath.useNamespaces({ a: INPUT });'),
]);
