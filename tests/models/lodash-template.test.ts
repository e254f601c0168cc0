import { lodashTemplate } from '../../src/models/lodash-template.ts';
import { describeModel, sink } from './harness.ts';

describeModel(lodashTemplate, "import template from 'lodash.template';", [
  sink('template', 'exports[0]', 'template(`<p>${INPUT}`);', 'template("<%= name %>")({ name: INPUT });'),
]);
