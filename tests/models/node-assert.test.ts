import { nodeAssert } from '../../src/models/node-assert.ts';
import { describeModel, mark, way } from './harness.ts';

const checks = "['a', 'b'].includes(INPUT)";

describeModel(nodeAssert, "import assert from 'node:assert';", [
  way('Assert', 'exports', "assert.ok(typeof INPUT === 'string'); SINK(INPUT);"),
  way('Assert', 'exports.strict', "assert.strict.ok(typeof INPUT === 'string'); SINK(INPUT);"),
  mark('asserts', 'Assert', `assert(${checks}); SINK(INPUT);`, `check(${checks});`),
  mark('asserts', 'Assert.ok', `assert.ok(${checks});`, `assert.notEqual(${checks}, false);`),
  mark('exits', 'Assert.fail', "assert.fail('no');", "assert.ok('no');"),
]);
