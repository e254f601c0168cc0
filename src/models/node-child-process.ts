import { defineModel, type When } from '../model/dsl.ts';

// programs that run a text given after a switch, and programs with options that write files or run commands
const shell = /(^|[\\/])(sh|bash|zsh|dash|ash|ksh|fish|busybox)(\.exe)?$/;
const windows = /(^|[\\/])(cmd|powershell|pwsh)(\.exe)?$/i;
const interpreter = /(^|[\\/])(node|nodejs|deno|bun|python[\d.]*|perl|ruby|php|osascript|lua)(\.exe)?$/;
const tool = /(^|[\\/])(git|hg|svn|curl|wget|tar|ssh|scp|rsync|find|ffmpeg|sed|awk|env|xargs)(\.exe)?$/;
const execute: When = { '[0]': interpreter, '[1].0': /^(-\w*[ceEprn]|--eval|--print|eval|exec)$/ };

export const nodeChildProcess = defineModel({
  // mz gives promises of the same calls
  modules: ['child_process', 'mz/child_process'],
  types: {
    // (file, args?, options?, callback?)
    Spawn: ['exports.{spawn,spawnSync,execFile,execFileSync}'],
  },
  sources: { error: ['exports.{exec,execFile}[1..](0)', "exports.{spawn,exec,execFile,fork}().on('error')[1](0)"] },
  sinks: {
    command: [
      { at: 'exec[0]', instead: 'execFile' },
      { at: 'execSync[0]', instead: 'execFileSync' },
      'Spawn[0]',
      'exports.fork[0]',
      ...['[1]', '[1].*'].flatMap((args) => [
        { at: `Spawn${args}`, when: { '[2].shell': true } },
        { at: `Spawn${args}`, when: { '[2].shell': /./ } },
      ]),
      { at: 'Spawn[1].*', when: { '[0]': windows, '[1].0': /^[/-]/ } },
      { at: 'Spawn[1].1', when: { '[0]': shell, '[1].0': /^-\w*c$/ } },
      { at: 'Spawn[1].2', when: { '[0]': shell, '[1].1': /^-\w*c$/ } },
      { at: 'Spawn[1].1', when: execute },
      'Spawn[1..2].shell',
      'exports.{exec,execSync}[1].shell',
      'fork[2].execPath',
    ],
    argument: [
      { at: 'Spawn[1].*', when: { '[0]': tool } },
      { at: 'Spawn[1]', when: { '[0]': tool } },
      'fork[2].execArgv',
    ],
  },
  marks: { emitter: ['exports.{spawn,fork}'], errorFirst: ['exports.{exec,execFile}'], runs: ['exports.{exec,execSync,spawn,spawnSync,execFile,execFileSync}'], blocking: ['exports.{execSync,execFileSync,spawnSync}'] },
});
