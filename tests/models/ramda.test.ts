import { ramda } from '../../src/models/ramda.ts';
import { clean, describeModel, flow, way } from './harness.ts';

describeModel(ramda, "import * as R from 'ramda';", [
  way('R', 'exports', 'SINK(R.toString(INPUT));'),
  clean('nosql', 'R.{toString,toLower,toUpper,trim}()', 'SINK(R.EACH(INPUT));', 'SINK(R.identity(INPUT));'),
  clean('nosql', 'R.join()', 'SINK(R.join(" ", INPUT));', 'SINK(R.take(1, INPUT));'),
  clean('fields', 'R.{pick,pickAll,project}()', 'SINK(R.EACH(["a"], INPUT));', 'SINK(R.omit(["a"], INPUT));'),
  flow('R.{*}[0] -> ()', 'SINK(R.EACH(INPUT));'),
  flow('R.{*}[1] -> ()', 'SINK(R.EACH(x, INPUT));'),
  flow('R.{*}()[0] -> ()', 'SINK(R.EACH(x)(INPUT));'),
  flow('R.{*}[2] -> ()', 'SINK(R.EACH(x, x, INPUT));'),
  flow('R.{*}()[0] -> ()#2', 'SINK(R.EACH(x, x)(INPUT));'),
  flow('R.{*}[0] -> ()#2', 'SINK(R.EACH(INPUT, x));'),
  flow('R.{*}[1] -> ()#2', 'SINK(R.EACH(x, INPUT));'),
  flow('R.{*}[1] -> ()#3', 'SINK(R.EACH(x, INPUT));'),
  flow('R.{*}[1].* -> [0](0)', 'R.EACH((x) => SINK(x), INPUT);'),
  flow('R.{map,chain}[0]() -> ().*', 'SINK(R.EACH(() => INPUT, x)[0]);'),
  flow('R.reduce[2].* -> [0](1)', 'R.reduce((all, x) => SINK(x), 0, INPUT);'),
  flow('R.reduce[1] -> ()', 'SINK(R.reduce(x, INPUT, []));'),
  flow('R.reduce[0]() -> ()', 'SINK(R.reduce(() => INPUT, 0, []));'),
]);
