import { nodeEvents } from '../../src/models/node-events.ts';
import { describeModel, source, way } from './harness.ts';

describeModel(nodeEvents, "import { EventEmitter } from 'node:events'; const emitter = new EventEmitter();", [
  way('Emitter', 'exports()', "import make from 'mitt'; make().on('error', (problem) => SINK(problem));"),
  way('Emitter', 'exports.{EventEmitter,EventEmitterAsyncResource}()', "import { EACH as Any } from 'events'; new Any().on('error', (problem) => SINK(problem));"),
  way('Emitter', ':{EventEmitter,Emitter}', "import type { EACH as T } from 'events'; declare const one: T; one.on('error', (problem) => SINK(problem));"),
  source('error', "Emitter.{on,once,addListener,prependListener}('error')[1](0)", "emitter.EACH('error', (problem) => SINK(problem));"),
]);
