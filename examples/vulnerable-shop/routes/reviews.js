import Database from 'better-sqlite3';
import { Router } from 'express';

class ReviewRepository {
  constructor(file) {
    this.db = new Database(file);
    this.db.exec('CREATE TABLE IF NOT EXISTS reviews (product INTEGER, author TEXT, body TEXT, approved INTEGER DEFAULT 1)');
  }

  ofProduct(product) {
    return this.db.prepare(`SELECT author, body FROM reviews WHERE approved = 1 AND product = ${product}`).all(); // flaw: no-sql-injection [fix]
  }

  countOf(product) {
    return this.db.prepare('SELECT count(*) AS reviews FROM reviews WHERE approved = 1 AND product = ?').get(product); // safe: no-sql-injection
  }

  search(word) {
    return this.db.prepare("SELECT author, body FROM reviews WHERE approved = 1 AND body LIKE '%" + word + "%'").all(); // flaw: no-sql-injection [fix]
  }

  latest(limit) {
    return this.db.prepare(`SELECT author FROM reviews WHERE approved = 1 ORDER BY rowid DESC LIMIT ${limit}`).all(); // safe: no-sql-injection
  }

  add(product, author, body) {
    const insert = this.db.prepare('INSERT INTO reviews (product, author, body, approved) VALUES (?, ?, ?, ?)');
    insert.run(product, author, body, body.includes('http') ? 0 : 1); // safe: no-sql-injection
  }
}

export function reviewRoutes(file) {
  const reviews = new ReviewRepository(file);
  const router = Router();

  router.get('/', (req, res) => {
    res.json(reviews.ofProduct(req.query.product));
  });

  router.get('/count', (req, res) => {
    res.json(reviews.countOf(req.query.product));
  });

  router.get('/search', (req, res) => {
    const { word } = req.query;
    res.json(reviews.search(word));
  });

  router.get('/latest', (req, res) => {
    const limit = Math.min(Number(req.query.limit) || 10, 50);
    res.json(reviews.latest(limit));
  });

  router.post('/', (req, res) => {
    const { product, author, body } = req.body;
    reviews.add(product, String(author), String(body));
    res.status(201).json({ saved: true });
  });

  return router;
}
