import { expressMongoSanitize } from '../../src/models/express-mongo-sanitize.ts';
import { clean, describeModel, flow, guard } from './harness.ts';

describeModel(expressMongoSanitize, "import mongoSanitize from 'express-mongo-sanitize'; import express from 'express'; import { MongoClient } from 'mongodb'; const users = new MongoClient(url).db().collection('users');", [
  clean('nosql', 'exports()', "express().use(mongoSanitize({ replaceWith: '_' })); users.find(INPUT);", 'users.find(INPUT);', 'express().use(mongoSanitize({ dryRun: true })); users.find(INPUT);'),
  clean('nosql', 'exports.sanitize()', 'users.find(mongoSanitize.sanitize(INPUT));', 'users.find(INPUT);'),
  clean('nosql', 'exports.sanitize[0]', 'mongoSanitize.sanitize(INPUT); users.find(INPUT);', 'users.find(INPUT);'),
  guard('nosql', 'exports.has[0]', 'if (!mongoSanitize.has(INPUT)) users.find(INPUT);', 'if (mongoSanitize.has(INPUT)) users.find(INPUT);'),
  flow('exports.sanitize[0] -> ()', 'SINK(mongoSanitize.sanitize(INPUT));'),
]);
