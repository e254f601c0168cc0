/** Wishes of visitors, kept in sessions whose cookie other sites send along, or do not. */
import { randomBytes } from 'node:crypto';
import { Router, urlencoded } from 'express';
import session from 'express-session';

/** Where sessions are kept until the shop closes. */
class Drawer extends session.Store {
  kept = new Map();

  get(id, done) {
    done(null, this.kept.get(id));
  }

  set(id, content, done) {
    this.kept.set(id, content);
    done?.();
  }

  destroy(id, done) {
    this.kept.delete(id);
    done?.();
  }
}

const options = () => ({ secret: randomBytes(32).toString('hex'), store: new Drawer(), resave: false, saveUninitialized: false });
const wish = (req, res) => {
  req.session.wishes = [...(req.session.wishes ?? []), String(req.body.wish)];
  res.json({ wishes: req.session.wishes });
};

export function wishRoutes() {
  const open = Router();
  open.use(session({ ...options(), cookie: { maxAge: 3_600_000, secure: 'auto' } })); // flaw(strict): require-secure-cookie [suggestion]
  open.post('/', urlencoded({ extended: false }), wish); // flaw(strict): require-csrf-protection [by hand]

  const own = Router();
  own.use(session({ ...options(), cookie: { maxAge: 3_600_000, secure: 'auto', sameSite: 'lax' } })); // safe: require-secure-cookie
  own.post('/', urlencoded({ extended: false }), wish); // safe: require-csrf-protection

  const router = Router();
  router.use('/open', open);
  router.use('/own', own);
  return router;
}
