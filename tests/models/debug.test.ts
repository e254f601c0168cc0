import { debug } from '../../src/models/debug.ts';
import { describeModel, sink, way } from './harness.ts';

describeModel(debug, "import makeDebug, { debug as named } from 'debug'; const say = makeDebug('app');", [
  way('Debug', 'exports()', 'say(INPUT);'),
  way('Debug', 'exports.debug()', "named('app')(INPUT);"),
  way('Debug', 'Debug.extend()', "say.extend('b')(INPUT);"),
  way('Debug', ':Debugger', "import type { Debugger } from 'debug'; export const tell = (one: Debugger) => one(INPUT);"),
  sink('log', 'Debug[0..]', 'say("a %s", INPUT);', 'say("a", { name: INPUT });'),
  sink('logged', 'Debug[0..]', 'say("a", { name: INPUT });', 'say("a");'),
]);
