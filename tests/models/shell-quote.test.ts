import { shellQuote } from '../../src/models/shell-quote.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(shellQuote, "import { quote, parse } from 'shell-quote';", [
  clean('command', 'quote()', 'SINK(quote(["ls", INPUT]));', 'SINK(parse(INPUT));'),
  flow('quote[0] -> ()', 'SINK(quote(INPUT));'),
  flow('quote[0] -> ()', 'SINK(quote(["ls", INPUT]));', 'SINK(quote(["ls", "x"]));'),
  flow('parse[0] -> ()', 'SINK(parse(INPUT));'),
]);
