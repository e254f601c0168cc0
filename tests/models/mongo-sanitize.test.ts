import { mongoSanitize } from '../../src/models/mongo-sanitize.ts';
import { clean, describeModel, flow } from './harness.ts';

describeModel(mongoSanitize, "import sanitize from 'mongo-sanitize'; import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db().collection('users');", [
  clean('nosql', 'exports()', 'users.find(sanitize(INPUT));', 'users.find(INPUT);'),
  clean('nosql', 'exports[0]', 'sanitize(INPUT); users.find(INPUT);', 'users.find(INPUT);'),
  flow('exports[0] -> ()', 'SINK(sanitize(INPUT));'),
]);
