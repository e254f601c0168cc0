import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-root-privilege.ts';
import { lines, runJavaScript } from './samples.ts';

const fs = (...body: string[]): string => lines("import fs from 'node:fs';", ...body);
const cp = (...body: string[]): string => lines("import { exec, execFile, execSync, spawn } from 'node:child_process';", ...body);
const app = (...body: string[]): string => lines("import express from 'express';", 'const app = express();', ...body);

/** The mode as it is written, as it is named, and as suggested. */
const mode = (of: typeof fs, before: string, after: string, shown: string, written: string) => ({
  code: of(before),
  errors: [{ messageId: 'permits' as const, data: { mode: shown }, suggestions: [{ messageId: 'narrow' as const, data: { mode: written }, output: of(after) }] }],
});
const mask = (before: string, after: string) => ({
  code: lines(before),
  errors: [{ messageId: 'masks' as const, data: { call: before.replace(/;$/, '') }, suggestions: [{ messageId: 'narrow' as const, data: { mode: '0o077' }, output: lines(after) }] }],
});
const becomes = (call: string) => ({ messageId: 'becomes' as const, data: { call } });
const sudo = (command: string) => ({ messageId: 'sudo' as const, data: { command } });
const port = (number: string) => ({ messageId: 'port' as const, data: { port: number } });

new RuleTester().run('no-root-privilege', rule, {
  valid: [
    // owners, groups and readers
    fs("fs.chmodSync('key.pem', 0o600);", "fs.chmodSync('run.sh', 0o700);", "fs.chmodSync('index.html', 0o644);", "fs.chmodSync('bin', '755');", "fs.chmodSync('shared', 0o770);"),
    // a folder for all, in which each removes their own
    fs("fs.chmodSync('tmp', 0o1777);"),
    // less than the mask of the process takes away
    fs("fs.mkdirSync('data', { mode: 0o777 });", "fs.writeFileSync('a.txt', text, { mode: 0o666 });", "fs.openSync('a.txt', 'w', 0o666);"),
    // modes that nobody knows
    fs("fs.chmodSync('a', mode);", "fs.chmodSync('a', stat.mode | 0o111);", "fs.chmod('a', options.mode, done);"),
    lines('process.umask(0o022);', 'process.umask(0o077);', "process.umask('027');", 'process.umask();', 'process.umask(before);'),
    // giving rights up
    lines('process.setgid(1000);', "process.setuid('node');", 'process.setuid(uid);', 'process.seteuid(process.env.UID);'),
    lines('if (process.getuid() === 0) process.exit(1);'),
    // commands of one's own
    cp("exec('ls -l');", "execFile('node', ['app.js']);", "exec('echo pseudo');", "exec('npm run sudo-check');", 'exec(line);', "spawn(program, ['sudo']);", 'execSync(`ls ${dir}`);'),
    lines("import { exec } from './exec.js';", "exec('sudo reboot');"),
    // ports
    app('app.listen(3000);', 'app.listen(process.env.PORT);', 'app.listen(process.env.PORT || 80);', 'app.listen(0);', "app.listen('/run/app.sock');", 'app.listen(port);'),
    app('app.listen(80, () => {', "  process.setgid('www');", "  process.setuid('www');", '});'),
    lines("import Fastify from 'fastify';", "Fastify().listen({ port: 8080, host: '0.0.0.0' });"),
    // other things of these names
    lines('const process = { setuid(id) {}, umask(id) {} };', 'process.setuid(0);', 'process.umask(0);'),
    lines("import { chmod } from './mode.js';", "chmod('a', 0o777);", 'radio.listen(80);'),
  ],
  invalid: [
    // modes
    mode(fs, "fs.chmodSync('run.sh', 0o777);", "fs.chmodSync('run.sh', 0o700);", '0o777', '0o700'),
    mode(fs, "fs.chmodSync('a.txt', 0o666);", "fs.chmodSync('a.txt', 0o600);", '0o666', '0o600'),
    mode(fs, "fs.chmod('upload', '777', done);", "fs.chmod('upload', '700', done);", '0o777', "'700'"),
    mode(fs, "await fs.promises.chmod('a.txt', 0o602);", "await fs.promises.chmod('a.txt', 0o600);", '0o602', '0o600'),
    mode(fs, 'fs.fchmodSync(fd, 511);', 'fs.fchmodSync(fd, 0o700);', '0o777', '0o700'),
    { code: fs('const ALL = 0o777;', "fs.chmodSync('a', ALL);"), errors: [{ messageId: 'permits', data: { mode: '0o777' }, line: 3, column: 19 }] },
    mask('process.umask(0);', 'process.umask(0o077);'),
    mask('process.umask(0o000);', 'process.umask(0o077);'),
    // root
    { code: lines('process.setuid(0);', "process.setgid('root');"), errors: [becomes('process.setuid(0)'), becomes("process.setgid('root')")] },
    { code: lines("import process from 'node:process';", 'const ROOT = 0;', 'process.seteuid(ROOT);'), errors: [becomes('process.seteuid(ROOT)')] },
    // sudo
    { code: cp("exec('sudo systemctl restart nginx');"), errors: [sudo('sudo systemctl restart nginx')] },
    { code: cp('execSync(`sudo chown www ${dir}`);'), errors: [{ messageId: 'sudo' }] },
    { code: cp("exec('cd /srv && sudo -u root make install');"), errors: [{ messageId: 'sudo' }] },
    { code: cp("spawn('sudo', ['reboot']);", "execFile('/usr/bin/sudo', ['reboot']);"), errors: [sudo('sudo'), sudo('/usr/bin/sudo')] },
    { code: cp("const line = 'sudo ' + command;", 'exec(line);'), errors: [{ messageId: 'sudo' }] },
    // ports
    { code: app('app.listen(80);'), errors: [{ ...port('80'), line: 3, column: 12 }] },
    { code: app("const PORT = 443;", 'app.listen(PORT, () => console.log(PORT));'), errors: [port('443')] },
    { code: lines("import Fastify from 'fastify';", "Fastify().listen({ port: 80, host: '0.0.0.0' });"), errors: [port('80')] },
    { code: lines("import { createServer } from 'node:https';", 'createServer(options, handler).listen(443);'), errors: [port('443')] },
    { code: app('app.listen(80, () => process.setuid(0));'), errors: [port('80'), becomes('process.setuid(0)')] },
  ],
});

runJavaScript(rule, {
  valid: [{ code: lines("const fs = require('fs');", "fs.chmodSync('a', 0o600);", 'process.umask(0o027);') }],
  invalid: [
    {
      code: lines("const { chmodSync } = require('fs');", "chmodSync('a', 0o777);"),
      errors: [{ messageId: 'permits', data: { mode: '0o777' }, suggestions: [{ messageId: 'narrow', data: { mode: '0o700' }, output: lines("const { chmodSync } = require('fs');", "chmodSync('a', 0o700);") }] }],
    },
  ],
});
