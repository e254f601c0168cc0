import { lusca } from '../../src/models/lusca.ts';
import { describeModel, mark, way } from './harness.ts';

const app = "import express from 'express'; const app = express();";

describeModel(lusca, `${app} const lusca = require('lusca');`, [
  mark('csrf', 'Guard', 'app.use(lusca.csrf());', 'app.use(lusca({ csp: policy }));', 'app.use(lusca.nosniff());'),
  mark('headers', 'Headers', 'app.use(lusca.nosniff());', 'app.use(lusca({ csrf: true }));', 'app.use(lusca.csrf());'),
  mark('plain', 'Other', 'app.use(lusca.p3p("x"));'),
  mark('protects', 'exports[0].{csp,hsts}', 'lusca({ EACH: false });', 'lusca({ p3p: "x" });'),
  mark('protects', 'exports.csp[0].policy', 'lusca.csp({ policy: "x" });', 'lusca.csp({ reportUri: "x" });'),
  mark('protects', 'exports.hsts[0].maxAge', 'lusca.hsts({ maxAge: 9 });', 'lusca.hsts({ preload: true });'),
  way('Guard', 'exports()', 'app.use(lusca({ csrf: true }));'),
  way('Guard', 'exports.csrf()', 'app.use(lusca.csrf());'),
  way('Headers', 'exports()', 'app.use(lusca({ csp: policy }));'),
  way('Headers', 'exports()#2', 'app.use(lusca({ xframe: "DENY" }));'),
  way('Headers', 'exports.{*}()', 'app.use(lusca.EACH(true));'),
  way('Other', 'exports()', 'app.use(lusca({}));'),
  way('Other', 'exports.*()', 'app.use(lusca.p3p("x"));'),
]);
