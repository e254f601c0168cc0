/** Members, who log in with codes that are mailed to them. */
import { createCipheriv, createHash, createHmac, randomBytes, randomInt, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';

export function codeRoutes() {
  const router = Router();
  const codes = new Map();
  const invitations = new Set();

  router.post('/codes', (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const otp = Math.floor(Math.random() * 1_000_000); // flaw: no-insecure-random [fix]
    codes.set(req.body.email, otp);
    res.status(202).json({ sent: true });
  });

  router.post('/codes/strong', (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const otp = randomInt(1_000_000); // safe: no-insecure-random
    codes.set(req.body.email, otp);
    res.status(202).json({ sent: true, again: Date.now() + Math.random() * 1000 > 0 });
  });

  router.post('/login', (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const isMember = codes.has(req.body.email) && codes.get(req.body.email) === Number(req.body.code);
    res.status(isMember ? 200 : 403).json({ isMember });
  });

  router.post('/invitations', (req, res) => {
    const inviteToken = createHash('md5').update(req.body.email).digest('hex'); // flaw: no-weak-hash [suggestion]
    invitations.add(inviteToken);
    res.status(202).json({ invited: true });
  });

  router.post('/invitations/strong', (req, res) => {
    invitations.add(randomUUID());
    const picture = createHash('md5').update(req.body.email).digest('hex'); // safe: no-weak-hash
    res.status(202).json({ invited: true, picture });
  });

  router.get('/invitations/:token', (req, res) => {
    res.json({ valid: invitations.has(req.params.token) });
  });

  // what members tell of themselves is kept encrypted
  const key = randomBytes(32);

  router.post('/notes', (req, res) => {
    const cipher = createCipheriv('aes-256-ecb', key, null); // flaw: no-weak-cipher [by hand]
    res.json({ sealed: cipher.update(String(req.body.text), 'utf8', 'hex') + cipher.final('hex') });
  });

  router.post('/notes/sealed', (req, res) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv); // safe: no-weak-cipher
    const body = Buffer.concat([cipher.update(String(req.body.text)), cipher.final()]);
    res.json({ bytes: Buffer.concat([iv, cipher.getAuthTag(), body]).length });
  });

  const passwords = new Map();

  router.post('/passwords', (req, res) => { // flaw(strict): require-rate-limit [by hand]
    const { email, password } = req.body;
    passwords.set(email, createHash('sha256').update(String(password)).digest('hex')); // flaw: require-password-kdf [by hand]
    res.status(201).json({ kept: true });
  });

  router.post('/passwords/slow', (req, res, next) => { // flaw(strict): require-rate-limit [by hand]
    const { email, password } = req.body;
    const salt = randomBytes(16);
    const keep = (error, key) => {
      if (error) return next(error);
      passwords.set(email, Buffer.concat([salt, key]).toString('hex'));
      res.status(201).json({ kept: true });
    };
    scrypt(String(password), salt, 32, keep); // safe: require-password-kdf
  });

  // a bank tells of payments, and signs what it tells
  const bankKey = randomUUID();
  const signed = (text) => createHmac('sha256', bankKey).update(text).digest('hex');

  router.post('/payments', (req, res) => {
    if (req.get('x-signature') !== signed(JSON.stringify(req.body))) return res.status(403).json({ paid: false }); // flaw: no-timing-unsafe-compare [suggestion]
    res.json({ paid: true });
  });

  router.post('/payments/steady', (req, res) => {
    const hash = (text) => createHash('sha256').update(String(text)).digest();
    const isSigned = timingSafeEqual(hash(req.get('x-signature')), hash(signed(JSON.stringify(req.body)))); // safe: no-timing-unsafe-compare
    res.status(isSigned ? 200 : 403).json({ paid: isSigned });
  });

  return router;
}
