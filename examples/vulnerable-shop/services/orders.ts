import { Pool } from 'pg';

/** All SQL about orders. What it is called with is decided in other files. */
export class OrderService {
  private readonly pool: Pool;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  async byStatus(status: string): Promise<unknown[]> {
    const { rows } = await this.pool.query(`SELECT id, total FROM orders WHERE status = '${status}' ORDER BY id`); // flaw: require-parameterized-query [fix]
    return rows;
  }

  async ofCustomer(customer: string): Promise<unknown[]> {
    const text = 'SELECT id, total FROM orders WHERE customer_id = $1 ORDER BY id';
    const { rows } = await this.pool.query({ text, values: [customer] }); // safe: require-parameterized-query
    return rows;
  }

  async page(column: string): Promise<unknown[]> {
    const { rows } = await this.pool.query(`SELECT id, total FROM orders ORDER BY ${column}`); // flaw(strict): require-parameterized-query [by hand]
    return rows;
  }

  async annotate(id: number, note: string): Promise<void> {
    await this.pool.query("UPDATE orders SET note = '" + note + "' WHERE id = $1", [id]); // flaw: require-parameterized-query [fix]
  }
}
