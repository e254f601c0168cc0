import { defineModel } from '../model/dsl.ts';

export const execa = defineModel({
  modules: ['execa'],
  types: {
    Shell: [
      { at: 'exports.{execa,execaSync,$}()', when: { '[0].shell': true } },
      { at: 'exports.{execa,execaSync,$}()', when: { '[0].shell': /./ } },
    ],
    // execa(options) gives the function again, with these options
    'child_process:Spawn': ['exports', 'exports.{execa,execaSync}', 'exports.{execa,execaSync}()'],
  },
  sinks: {
    // split at spaces, so a value may become more than one argument
    command: ['exports.{execaCommand,execaCommandSync,command,commandSync}[0]', 'exports.{shell,shellSync}[0]', 'Shell[0..]'],
    path: ['exports.{execaNode,node}[0]'],
  },
  marks: { blocking: ['exports.{execaSync,execaCommandSync,sync,commandSync,shellSync}', 'exports.$.{sync,s}'] },
});
