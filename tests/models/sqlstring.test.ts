import { sqlstring } from '../../src/models/sqlstring.ts';
import { clean, describeModel, flow, sink } from './harness.ts';

describeModel(sqlstring, "import SqlString from 'sqlstring';", [
  sink('sql', 'raw[0]', 'SqlString.raw(INPUT);'),
  clean('sql', 'exports.{escape,escapeId,objectToValues}()', 'SINK(SqlString.EACH(INPUT));', 'SINK(SqlString.format(INPUT));'),
  flow('exports.{escape,escapeId,objectToValues,format}[0] -> ()', 'SINK(SqlString.EACH(INPUT));', 'SINK(SqlString.format("a = ?", INPUT));'),
]);
