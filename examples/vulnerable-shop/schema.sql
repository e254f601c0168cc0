CREATE TABLE products (
  id int PRIMARY KEY,
  sku text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  price int NOT NULL,
  hidden boolean NOT NULL DEFAULT false
);

CREATE TABLE customers (
  id serial PRIMARY KEY,
  email text NOT NULL UNIQUE,
  name text NOT NULL,
  salt text NOT NULL,
  digest text NOT NULL,
  pin text,
  role text NOT NULL DEFAULT 'customer'
);

CREATE TABLE orders (
  id int PRIMARY KEY,
  customer_id int NOT NULL,
  status text NOT NULL,
  total int NOT NULL,
  note text
);

INSERT INTO products (id, sku, name, category, price, hidden) VALUES
  (1, 'TEA-01', 'Green tea', 'tea', 7, false),
  (2, 'TEA-02', 'Black tea', 'tea', 5, false),
  (3, 'CUP-01', 'Tea cup', 'china', 12, false),
  (4, 'CUP-99', 'Prototype cup', 'china', 99, true);

INSERT INTO customers (email, name, salt, digest, role) VALUES
  ('owner@shop.example', 'Olive Owner', 'never', 'matches', 'admin');

INSERT INTO orders (id, customer_id, status, total) VALUES
  (1, 1, 'open', 24),
  (2, 1, 'shipped', 7),
  (3, 2, 'open', 99);
