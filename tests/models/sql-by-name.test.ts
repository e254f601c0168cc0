import { sqlByName } from '../../src/models/sql-by-name.ts';
import { describeModel, sink } from './harness.ts';

describeModel(sqlByName, "import { store } from './store.js';", [
  sink('sql', '*.{query,execute,raw,executeQuery,queryRaw}[0]', 'store.EACH(`SELECT name FROM users WHERE id = ${INPUT}`);', "store.EACH('SELECT name FROM users WHERE id = $1', [INPUT]);", 'store.EACH(`hello ${INPUT}`);'),
]);
