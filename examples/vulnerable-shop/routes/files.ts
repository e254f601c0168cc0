/** Notes of the tea masters, and whatever else is a file. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import express, { Router, type Response } from 'express';

function sendNote(folder: string, name: string, res: Response): void {
  const file = createReadStream(join(folder, name)); // flaw: no-path-traversal [suggestion]
  file.on('error', () => res.status(404).send('No such note'));
  file.pipe(res.type('text/plain'));
}

export function fileRoutes(dataDir: string): Router {
  const router = Router();
  const notes = resolve(dataDir, 'notes');

  router.get('/notes/:name', (req, res) => {
    sendNote(notes, req.params.name, res);
  });

  router.get('/notes/:name/draft', async (req, res) => {
    const text = await readFile(join(notes, basename(req.params.name)), 'utf8'); // safe: no-path-traversal
    res.type('text/plain').send(`DRAFT\n${text}`);
  });

  router.get('/sheets', (req, res) => {
    res.sendFile(join(dataDir, 'notes', String(req.query.name))); // flaw: no-path-traversal [suggestion]
  });

  router.get('/sheets/rooted', (req, res) => {
    res.sendFile(String(req.query.name), { root: notes }); // safe: no-path-traversal
  });

  // The folder "notes-private" begins with "notes", too.
  router.get('/checked', async (req, res) => {
    const file = resolve(notes, String(req.query.name));
    if (!file.startsWith(notes)) {
      res.status(403).json({ error: 'Not a note' });
      return;
    }
    const text = await readFile(file, 'utf8'); // flaw: no-path-traversal [suggestion]
    res.json({ text });
  });

  router.get('/checked/well', async (req, res) => {
    const file = resolve(notes, String(req.query.name));
    if (!file.startsWith(notes + sep)) {
      res.status(403).json({ error: 'Not a note' });
      return;
    }
    const text = await readFile(file, 'utf8'); // safe: no-path-traversal
    res.json({ text });
  });

  router.post('/note', async (req, res) => {
    const { name } = req.body;
    if (name.includes('..')) { // flaw(strict): no-type-confusion [suggestion]
      res.status(403).json({ error: 'Not a note' });
      return;
    }
    res.json({ text: await readFile(`${notes}/${name}`, 'utf8') });
  });

  router.post('/note/text', async (req, res) => {
    const { name } = req.body;
    if (typeof name !== 'string' || name.includes('..')) { // safe: no-type-confusion
      res.status(403).json({ error: 'Not a note' });
      return;
    }
    res.json({ text: await readFile(`${notes}/${name}`, 'utf8') });
  });

  router.use('/pages', express.static(import.meta.dirname)); // flaw: no-public-root [by hand]
  router.use('/public', express.static(join(import.meta.dirname, '..', 'public'))); // safe: no-public-root

  return router;
}
