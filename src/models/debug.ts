import { defineModel } from '../model/dsl.ts';

export const debug = defineModel({
  modules: ['debug'],
  types: { Debug: ['exports()', 'exports.debug()', 'Debug.extend()', ':Debugger'] },
  sinks: { log: ['Debug[0..]'], logged: ['Debug[0..]'] },
});
