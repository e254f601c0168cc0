/** Members: they log in, and a session of the shop's own remembers them. */
import { randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Router } from 'express';

const derive = promisify(scrypt);
const members = new Map([['ada@shop.example', { name: 'Ada', salt: 'members', hash: '6e387aab082f938877f26defe866af3970aebb7b612e4c0d697a95c15159056a' }]]);
const sessions = new Map();

/** As express-session does it, in a few lines. */
function sessionOf(req, res, next) {
  const use = (id) => {
    const session = sessions.get(id) ?? {};
    const regenerate = (done) => {
      sessions.delete(id);
      use(randomUUID());
      done();
    };
    Object.defineProperty(session, 'regenerate', { value: regenerate, configurable: true });
    if (!sessions.has(id)) res.cookie('sid', id, { httpOnly: true, secure: true, sameSite: 'lax' });
    sessions.set(id, session);
    req.session = session;
  };
  const [, id] = /\bsid=([\w-]+)/.exec(req.get('cookie') ?? '') ?? [];
  use(sessions.has(id) ? id : randomUUID());
  next();
}

async function authenticate(email, password) {
  const member = members.get(String(email));
  if (!member) return undefined;
  const hash = await derive(String(password), member.salt, 32);
  return timingSafeEqual(hash, Buffer.from(member.hash, 'hex')) ? member : undefined;
}

export function memberRoutes() {
  const router = Router();
  router.use(sessionOf);

  router.get('/me', (req, res) => {
    res.json({ email: req.session.email ?? 'nobody' });
  });

  router.post('/login', async (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const member = await authenticate(req.body.email, req.body.password);
    if (!member) return res.status(401).json({ error: 'Wrong e-mail address or password' });
    req.session.email = req.body.email; // flaw(strict): require-session-hardening [by hand]
    res.json({ name: member.name });
  });

  router.post('/login/fresh', async (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const member = await authenticate(req.body.email, req.body.password);
    if (!member) return res.status(401).json({ error: 'Wrong e-mail address or password' });
    req.session.regenerate(() => {
      req.session.email = req.body.email; // safe: require-session-hardening
      res.json({ name: member.name });
    });
  });

  return router;
}
