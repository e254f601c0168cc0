import { formidable } from '../../src/models/formidable.ts';
import { describeModel, source, way } from './harness.ts';

describeModel(formidable, "import formidable from 'formidable'; import multiparty from 'multiparty'; const form = formidable({});", [
  way('Form', 'exports()', 'form.parse(req, (err, fields) => SINK(fields.name));'),
  way('Form', 'exports.{formidable,IncomingForm,Form}()', "import * as all from 'formidable'; new all.EACH().parse(req, (err, fields) => SINK(fields.name));"),
  source('remote', 'Form.parse().0', 'const [fields] = await form.parse(req); SINK(fields);'),
  source('remote', 'Form.parse[1](1)', 'form.parse(req, (err, fields) => SINK(fields));'),
  source('remote', 'Form.parse().1.*.*.originalFilename', 'const [, files] = await form.parse(req); SINK(files.photo[0].originalFilename);', 'const [, files] = await form.parse(req); SINK(files.photo[0].newFilename);'),
  source('remote', 'Form.parse[1](2).*.originalFilename', 'form.parse(req, (err, fields, files) => SINK(files.photo.originalFilename));'),
  source('remote', 'Form.parse[1](2).*.*.originalFilename', 'form.parse(req, (err, fields, files) => SINK(files.photo[0].originalFilename));'),
  source('remote', "Form.on('field')[1](0..1)", 'new multiparty.Form().on("field", (name, value) => SINK(value));', 'new multiparty.Form().on("close", (name, value) => SINK(value));'),
  source('error', 'Form.parse[1](0)', 'form.parse(req, (err) => SINK(err));'),
]);
