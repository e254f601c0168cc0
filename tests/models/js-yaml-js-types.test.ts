import { jsYamlJsTypes } from '../../src/models/js-yaml-js-types.ts';
import { describeModel, way } from './harness.ts';

describeModel(jsYamlJsTypes, "import yaml from 'js-yaml';", [
  way('Tags', 'exports.{all,function}', "import { EACH as tags } from 'js-yaml-js-types'; yaml.load(INPUT, { schema: yaml.DEFAULT_SCHEMA.extend(tags) });"),
]);
