import { rawBody } from '../../src/models/raw-body.ts';
import { describeModel, source } from './harness.ts';

describeModel(rawBody, "import raw, { json, form, text, buffer } from 'raw-body';", [
  source('remote', 'exports()', 'SINK(await raw(stream));'),
  source('remote', 'exports.{json,form,text,buffer}()', 'SINK(await EACH(stream));'),
  source('remote', 'exports[1..2](1)', 'raw(stream, (err, body) => SINK(body));'),
]);
