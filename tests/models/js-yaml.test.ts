import { jsYaml } from '../../src/models/js-yaml.ts';
import { describeModel, flow, sink, way } from './harness.ts';

describeModel(jsYaml, "import yaml from 'js-yaml'; import { all, function as fn, regexp } from 'js-yaml-js-types';", [
  way('Full', 'DEFAULT_FULL_SCHEMA', 'yaml.safeLoad(INPUT, { schema: yaml.DEFAULT_FULL_SCHEMA });'),
  way('Full', 'DEFAULT_SCHEMA.extend()#1', 'yaml.load(INPUT, { schema: yaml.DEFAULT_SCHEMA.extend(all) });'),
  way('Full', 'DEFAULT_SCHEMA.extend()#2', 'yaml.load(INPUT, { schema: yaml.DEFAULT_SCHEMA.extend([fn]) });'),
  way('Full', 'DEFAULT_SCHEMA.extend()#3', 'yaml.load(INPUT, { schema: yaml.DEFAULT_SCHEMA.extend({ explicit: [fn] }) });'),
  sink('deserialize', 'exports.{load,loadAll}[0]', 'yaml.EACH(INPUT);', 'yaml.EACH(INPUT, { schema: yaml.SAFE_SCHEMA });', 'yaml.EACH(INPUT, each, { schema: yaml.SAFE_SCHEMA });'),
  sink('deserialize', 'exports.{load,safeLoad}[0]', 'yaml.EACH(INPUT, { schema: yaml.DEFAULT_FULL_SCHEMA });', 'yaml.EACH(INPUT, { schema: yaml.JSON_SCHEMA });', 'yaml.EACH(INPUT, { schema: yaml.DEFAULT_SCHEMA.extend(regexp) });'),
  sink('deserialize', 'exports.{loadAll,safeLoadAll}[0]#1', 'yaml.EACH(INPUT, { schema: yaml.DEFAULT_FULL_SCHEMA });', 'yaml.EACH(INPUT, { schema: yaml.JSON_SCHEMA });'),
  sink('deserialize', 'exports.{loadAll,safeLoadAll}[0]#2', 'yaml.EACH(INPUT, (one) => one, { schema: yaml.DEFAULT_FULL_SCHEMA });', 'yaml.EACH(INPUT, (one) => one, { schema: yaml.JSON_SCHEMA });'),
  flow('exports.{load,loadAll,safeLoad,safeLoadAll}[0] -> ()', 'SINK(yaml.EACH(INPUT).name);'),
  flow('exports.{dump,safeDump}[0] -> ()', 'SINK(yaml.EACH(INPUT));'),
]);
