import { defineModel } from '../model/dsl.ts';

export const nodeBuffer = defineModel({
  modules: ['buffer'],
  types: { 'global:BufferClass': ['exports.Buffer'], 'global:Bytes': ['exports.SlowBuffer()'] },
  sources: { uninitialised: [{ at: 'exports.SlowBuffer()', as: 'SlowBuffer()' }] },
  sinks: { size: ['exports.SlowBuffer[0]'] },
  sanitizers: {
    html: ['btoa()'],
    url: ['btoa()'],
    redirect: ['btoa()'],
    header: ['btoa()'],
    log: ['btoa()'],
    sql: ['btoa()'],
    command: ['btoa()'],
    template: ['btoa()'],
    nosql: ['exports.{atob,btoa}()'],
    fields: ['exports.{atob,btoa}()'],
  },
  flows: [
    'exports.{btoa,transcode}[0] -> ()',
    { flow: 'atob[0] -> ()', again: ['path', 'url', 'redirect', 'html', 'header', 'log', 'template', 'sql', 'command', 'argument', 'code'] },
  ],
});
