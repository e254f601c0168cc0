import { nodeChildProcess } from '../../src/models/node-child-process.ts';
import { describeModel, mark, sink, source, way } from './harness.ts';

describeModel(nodeChildProcess, "import cp, { exec, execSync, spawn, execFile, fork } from 'node:child_process';", [
  way('Spawn', 'exports.{*}', 'cp.EACH(INPUT);'),
  source('error', 'exports.{exec,execFile}[1..](0)', 'cp.EACH("ls", [], (err) => SINK(err));'),
  source('error', "exports.{spawn,exec,execFile,fork}().on('error')[1](0)", 'cp.EACH("ls").on("error", (err) => SINK(err));'),
  sink('command', 'exec[0]', 'exec(`ls ${INPUT}`);', 'exec("ls");', 'execFile("ls", [INPUT]);'),
  sink('command', 'execSync[0]', 'execSync(`ls ${INPUT}`);', 'execSync("ls", { input: INPUT });'),
  sink('command', 'Spawn[0]', 'spawn(INPUT, ["x"]);', 'spawn("ls", [INPUT]);'),
  sink('command', 'exports.fork[0]', 'fork(INPUT);', 'fork("worker.js", [INPUT]);'),
  sink('command', 'Spawn[1]', 'spawn("ls", INPUT, { shell: true });', 'spawn("ls", INPUT, { shell: false });'),
  sink('command', 'Spawn[1]#2', 'spawn("ls", INPUT, { shell: "/bin/sh" });', 'spawn("ls", INPUT, { shell: "" });'),
  sink('command', 'Spawn[1].*', 'spawn("ls", ["-l", INPUT], { shell: true });', 'spawn("ls", ["-l", INPUT], {});'),
  sink('command', 'Spawn[1].*#2', 'spawn("ls", [INPUT], { shell: "bash" });'),
  sink('command', 'Spawn[1].*#3', 'spawn("powershell", ["-Command", INPUT]);', 'spawn("ls", ["-Command", INPUT]);'),
  sink('command', 'Spawn[1].1', 'spawn("/bin/sh", ["-c", INPUT]);', 'spawn("/bin/sh", ["-c", "ls \\"$1\\"", "sh", INPUT]);', 'spawn("sh", ["script.sh", INPUT]);'),
  sink('command', 'Spawn[1].2', 'spawn("bash", ["-l", "-c", INPUT]);', 'spawn("bash", ["-l", "run.sh", INPUT]);'),
  sink('command', 'Spawn[1].1#2', 'spawn("node", ["-e", INPUT]);', 'spawn("node", ["run.js", INPUT]);'),
  sink('command', 'Spawn[1..2].shell', 'spawn("ls", [], { shell: INPUT });', 'spawn("ls", [], { shell: false });'),
  sink('command', 'Spawn[1..2].shell', 'spawn("ls", { shell: INPUT });'),
  sink('command', 'exports.{exec,execSync}[1].shell', 'cp.EACH("ls", { shell: INPUT });'),
  sink('command', 'fork[2].execPath', 'fork("a.js", [], { execPath: INPUT });'),
  sink('argument', 'Spawn[1].*', 'spawn("git", ["log", INPUT]);', 'spawn("echo", [INPUT]);'),
  sink('argument', 'Spawn[1]', 'spawn("git", INPUT);', 'spawn("echo", INPUT);'),
  sink('argument', 'fork[2].execArgv', 'fork("a.js", [], { execArgv: INPUT });'),
  mark('runs', 'exports.{exec,execSync,spawn,spawnSync,execFile,execFileSync}', 'cp.EACH("ls");', 'cp.fork("a.js");'),
  mark('blocking', 'exports.{execSync,execFileSync,spawnSync}', 'cp.EACH("ls");'),
]);
