import { defineModel } from '../model/dsl.ts';

export const nodeStream = defineModel({
  modules: ['stream', 'stream/promises', 'stream/consumers', 'readable-stream'],
  types: { Input: ['exports.Readable.from()'] },
  sources: {
    // what is read to its end here is a request
    remote: [
      { at: 'exports.text()', when: { '[0]': { api: 'http:IncomingMessage' } }, never: ['nosql', 'fields'] },
      { at: 'exports.{json,buffer,arrayBuffer,blob}()', when: { '[0]': { api: 'http:IncomingMessage' } } },
    ],
    error: ['exports.{pipeline,finished}[-1](0)'],
  },
  flows: ['*.pipe[0] is ()', 'exports.Readable.from[0] -> ()', 'Input.on[this] -> [1](0)', 'exports.{text,json,buffer,arrayBuffer,blob}[0] -> ()'],
});
