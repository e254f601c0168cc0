import { pgFormat } from '../../src/models/pg-format.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(pgFormat, "import format from 'pg-format';", [
  clean('sql', 'exports.{ident,literal,quoteIdent,quoteLiteral}()', 'SINK(format.EACH(INPUT));', 'SINK(format.string(INPUT));'),
  clean('sql', 'exports()', 'SINK(format("SELECT %L", INPUT));', 'SINK(format("SELECT %s", INPUT));', 'SINK(format(INPUT));', 'SINK(format("%1$s", INPUT));'),
  clean('sql', 'exports.{format,withArray}()', 'SINK(format.EACH("SELECT %L", INPUT));', 'SINK(format.EACH("SELECT %s", INPUT));'),
  flow('exports[0..] -> ()', 'SINK(format("SELECT %s", INPUT));'),
  flow('exports.{format,withArray}[0..] -> ()', 'SINK(format.EACH("SELECT %s", INPUT));'),
  flow('exports.{ident,literal,string,quoteIdent,quoteLiteral,quoteString}[0] -> ()', 'SINK(format.EACH(INPUT));'),
]);
