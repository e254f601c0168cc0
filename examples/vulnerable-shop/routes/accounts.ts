import { pbkdf2, pbkdf2Sync, randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Router, type Request, type Response } from 'express';
import pg from 'pg';

const ROUNDS = 210_000;
const derive = promisify(pbkdf2);
const stretch = promisify<string, string, number, Buffer>(scrypt);

/** What is kept of the PIN for the pick-up counter. */
function pinDigest(pin: string, salt: string): string {
  return scryptSync(pin, salt, 32).toString('hex'); // flaw: no-blocking-in-handler [by hand]
}

async function pinMatches(pin: string, salt: string, digest: string): Promise<boolean> {
  const actual = await stretch(pin, salt, 32); // safe: no-blocking-in-handler
  return timingSafeEqual(actual, Buffer.from(digest, 'hex'));
}

class Accounts {
  constructor(private readonly pool: pg.Pool) {}

  register = async (req: Request, res: Response): Promise<void> => {
    const { email, name, password } = req.body;
    try {
      const salt = randomBytes(16).toString('hex');
      const digest = (await derive(password, salt, ROUNDS, 32, 'sha256')).toString('hex'); // safe: no-blocking-in-handler
      // flaw-next: no-sql-injection [fix]
      const { rows } = await this.pool.query(
        `INSERT INTO customers (email, name, salt, digest)
         VALUES ('${email}', '${name}', '${salt}', '${digest}')
         RETURNING id, name`,
      );
      res.status(201).json(rows[0]);
    } catch (err) {
      res.status(500).json({ error: err }); // flaw: no-stack-in-response [suggestion]
    }
  };

  login = async (req: Request, res: Response): Promise<void> => {
    const { email, password } = req.body;
    try {
      const { rows } = await this.pool.query(`SELECT id, name, salt, digest FROM customers WHERE email = '${email}'`); // flaw: no-sql-injection [fix]
      const [customer] = rows;
      if (!customer) {
        res.status(401).json({ error: 'Wrong email or password' });
        return;
      }
      const actual = pbkdf2Sync(password, customer.salt, ROUNDS, 32, 'sha256'); // flaw: no-blocking-in-handler [suggestion]
      if (!timingSafeEqual(actual, Buffer.from(customer.digest, 'hex'))) {
        res.status(401).json({ error: 'Wrong email or password' });
        return;
      }
      res.json({ id: customer.id, name: customer.name });
    } catch (err) {
      const { stack } = err as Error;
      res.status(500).json({ error: 'Login failed', stack }); // flaw: no-stack-in-response [suggestion]
    }
  };

  profile = async (req: Request, res: Response): Promise<void> => {
    try {
      const { rows } = await this.pool.query('SELECT name, role FROM customers WHERE email = $1', [req.query.email]); // safe: no-sql-injection
      res.json(rows);
    } catch (err) {
      console.error('profile failed', err);
      res.status(500).json({ error: 'Profile failed' }); // safe: no-stack-in-response
    }
  };

  rename = async (req: Request, res: Response): Promise<void> => {
    const id = Number(req.params.id);
    await this.pool.query(`UPDATE customers SET name = '${req.body.name}' WHERE id = $1`, [id]); // flaw: no-sql-injection [fix]
    res.json({ renamed: id });
  };

  move = async (req: Request, res: Response): Promise<void> => {
    const id = Number(req.params.id);
    await this.pool.query(`UPDATE customers SET email = $1 WHERE id = ${id}`, [req.body.email]); // safe: no-sql-injection
    res.json({ moved: id });
  };

  setPin = async (req: Request, res: Response): Promise<void> => {
    const digest = pinDigest(String(req.body.pin), `pin-${Number(req.params.id)}`);
    await this.pool.query('UPDATE customers SET pin = $1 WHERE id = $2', [digest, Number(req.params.id)]);
    res.json({ saved: true });
  };

  checkPin = async (req: Request, res: Response): Promise<void> => {
    const id = Number(req.params.id);
    const { rows } = await this.pool.query('SELECT pin FROM customers WHERE id = $1 AND pin IS NOT NULL', [id]);
    res.json({ matches: rows.length === 1 && (await pinMatches(String(req.body.pin), `pin-${id}`, rows[0].pin)) });
  };
}

export function accountRoutes(pool: pg.Pool): Router {
  const accounts = new Accounts(pool);
  const router = Router();
  router.post('/', accounts.register); // flaw(strict): require-rate-limit [by hand]
  router.post('/login', accounts.login); // flaw(strict): require-rate-limit [by hand]
  router.get('/profile', accounts.profile);
  router.patch('/:id/name', accounts.rename);
  router.patch('/:id/email', accounts.move);
  router.put('/:id/pin', accounts.setPin); // flaw(strict): require-rate-limit [by hand]
  router.post('/:id/pin', accounts.checkPin); // flaw(strict): require-rate-limit [by hand]
  return router;
}
