/** Reports for the back office, made with the tools of the machine from the files in `dataDir`. */
import { exec, execFile, execSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Router } from 'express';

const run = promisify(exec);
const runFile = promisify(execFile);
const SYSTEM = execSync('uname -s').toString().trim(); // safe: no-blocking-in-handler

const lines = (text) => text.split('\n').filter(Boolean);

function lastVisits(count, dataDir, done) {
  exec(`tail -n "${count}" access.log`, { cwd: dataDir }, done); // flaw: no-command-injection [fix]
}

function firstVisits(count, dataDir, done) {
  execFile('head', ['-n', count, 'access.log'], { cwd: dataDir }, done); // safe: no-command-injection
}

function kernel() {
  return execSync('uname -r').toString().trim(); // flaw: no-blocking-in-handler [by hand]
}

export function reportRoutes(dataDir) {
  const router = Router();
  const options = { cwd: dataDir };

  const answer = (res) => (err, stdout) => {
    if (err) {
      console.error('report failed', err);
      res.status(500).json({ error: 'Report failed' }); // safe: no-stack-in-response
      return;
    }
    res.json(lines(String(stdout)));
  };

  router.get('/columns', (req, res) => {
    exec(`cut -d, -f "${req.query.fields}" sales.csv`, options, answer(res)); // flaw: no-command-injection [fix]
  });

  router.get('/columns/names', (req, res) => {
    exec('cut -d, -f 1 sales.csv', options, answer(res)); // safe: no-command-injection
  });

  router.get('/sorted', (req, res) => {
    exec('sort -t, -k ' + req.query.column + ' sales.csv', options, answer(res)); // flaw: no-command-injection [suggestion]
  });

  router.get('/ordered', (req, res) => {
    const column = req.query.by === 'price' ? '3' : '1';
    exec(`sort -t, -k ${column} sales.csv`, options, answer(res)); // safe: no-command-injection
  });

  router.get('/ranking', (req, res, next) => {
    const child = spawn('sort', ['-r', '-t,', '-k', req.query.column, 'sales.csv'], { cwd: dataDir, shell: true }); // flaw: no-command-injection [suggestion]
    child.on('error', next);
    child.stdout.pipe(res.type('text/plain'));
  });

  router.get('/ranking/safe', (req, res, next) => {
    const child = spawn('sort', ['-r', '-t,', '-k', req.query.column, 'sales.csv'], { cwd: dataDir }); // safe: no-command-injection
    child.on('error', next);
    child.stdout.pipe(res.type('text/plain'));
  });

  router.get('/top', (req, res) => {
    execFile('sh', ['-c', `sort -r -t, -k 3 sales.csv | head -n ${req.query.n}`], options, answer(res)); // flaw: no-command-injection [by hand]
  });

  router.get('/bottom', (req, res) => {
    const n = Number(req.query.n);
    execFile('sh', ['-c', `sort -t, -k 3 sales.csv | head -n ${n}`], options, answer(res)); // safe: no-command-injection
  });

  router.get('/visits', async (req, res) => {
    const { page } = req.query;
    const { stdout } = await run(`grep -F -e "${page}" access.log`, options); // flaw: no-command-injection [fix]
    res.json(lines(stdout));
  });

  router.get('/visits/count', async (req, res) => {
    const { stdout } = await runFile('grep', ['-c', '-F', '-e', req.query.page, 'access.log'], options); // safe: no-command-injection
    res.json({ visits: Number(stdout) });
  });

  router.get('/visits/last', (req, res) => {
    lastVisits(req.query.count, dataDir, answer(res));
  });

  router.get('/visits/first', (req, res) => {
    firstVisits(req.query.count, dataDir, answer(res));
  });

  router.get('/month/:month', (req, res) => {
    const { month } = req.params;
    if (!/^[a-z]{3}$/.test(month)) {
      res.status(400).json({ error: 'A month is three letters' });
      return;
    }
    exec(`grep -i ${month} sales.csv`, options, answer(res)); // safe: no-command-injection
  });

  router.get('/size', (req, res) => {
    const size = execSync('wc -l sales.csv', options).toString(); // flaw: no-blocking-in-handler [by hand]
    res.json({ lines: Number.parseInt(size, 10) });
  });

  router.get('/size/log', async (req, res) => {
    const { stdout } = await runFile('wc', ['-l', 'access.log'], options); // safe: no-blocking-in-handler
    res.json({ lines: Number.parseInt(stdout, 10) });
  });

  router.get('/machine', (req, res) => {
    res.json({ system: SYSTEM, kernel: kernel() });
  });

  router.get('/terms', (req, res) => {
    const terms = readFileSync(join(dataDir, 'terms.txt'), 'utf8'); // flaw(strict): no-blocking-in-handler [by hand]
    res.type('text/plain').send(terms);
  });

  router.get('/terms/draft', async (req, res) => {
    const terms = await readFile(join(dataDir, 'terms.txt'), 'utf8'); // safe: no-blocking-in-handler
    res.type('text/plain').send(`DRAFT\n${terms}`);
  });

  return router;
}
