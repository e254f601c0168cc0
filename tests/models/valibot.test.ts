import { valibot } from '../../src/models/valibot.ts';
import { describeModel, flow, way } from './harness.ts';

describeModel(valibot, "import * as v from 'valibot';", [
  way('V', 'exports', 'SINK(v.parse(v.object({ name: v.string() }), INPUT));'),
  flow('V.{pipe,optional,nullable,nullish,nonOptional,nonNullable,nonNullish,fallback}[0] is ()', 'SINK(v.parse(v.EACH(v.string()), INPUT));'),
]);
