import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-nosql-injection.ts';
import { express, fastify, koa, lines, runJavaScript, type Sample } from './samples.ts';

const found = (messageId: 'flow' | 'code' | 'pattern', source: string, way = '', more = '') => ({ messageId, data: { source, way, more } });
const driver = "import { MongoClient, ObjectId } from 'mongodb';\nconst users = new MongoClient(process.env.MONGO_URL).db().collection('users');";
const odm = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', schema);";
const mongo = express(driver);
const goose = express(odm);
const koaMongo = koa(driver);
const fast = fastify(driver);
const prisma = express("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();");
const nedb = express("import Datastore from '@seald-io/nedb';\nconst users = new Datastore();");

/** The value in the sample, and what stands there by each suggestion. */
const suggested = (of: Sample, before: string, source: string, text: string, equals: string | undefined, string: string, operator = '$eq') => ({
  code: of(before.replace('VALUE', text)),
  errors: [
    {
      ...found('flow', source),
      suggestions: [
        ...(equals === undefined ? [] : [{ messageId: 'equals' as const, data: { operator }, output: of(before.replace('VALUE', equals)) }]),
        { messageId: 'string' as const, output: of(before.replace('VALUE', string)) },
      ],
    },
  ],
});

new RuleTester().run('no-nosql-injection', rule, {
  valid: [
    // a string, a number, an id for sure
    mongo('await users.findOne({ email: String(req.body.email) });', 'await users.findOne({ email: `${req.body.email}` });', 'await users.findOne({ email: req.body.email.toString() });'),
    mongo('await users.findOne({ age: Number(req.body.age) });', 'await users.findOne({ _id: new ObjectId(req.body.id) });'),
    mongo("if (typeof req.body.email !== 'string') return res.sendStatus(400);", 'await users.findOne({ email: req.body.email });'),
    mongo('const { email } = req.body;', "if (typeof email === 'string') await users.findOne({ email });"),
    // what Express gives as a string: route parameters, headers
    mongo('await users.findOne({ email: req.params.email });', "await users.findOne({ key: req.get('x-key') });", "await users.findOne({ key: req.headers['x-key'] });"),
    // below an operator it is compared as it is
    mongo('await users.findOne({ email: { $eq: req.body.email }, age: { $gt: req.query.age }, role: { $in: req.body.roles } });'),
    mongo('const filter = { $or: [{ email: { $eq: req.body.email } }] };', 'await users.findOne(filter);'),
    // data of an update
    mongo('await users.updateOne({ _id: 1 }, { $set: { name: req.body.name, address: req.body.address } });', 'await users.insertOne({ name: req.body.name });'),
    // not the filter
    mongo('await users.findOne({}, { projection: req.body.fields });', 'await users.find().sort(req.query.sort).toArray();'),
    // sanitizers
    express(`${driver}\nimport sanitize from 'mongo-sanitize';`)('await users.findOne({ email: sanitize(req.body.email) });', 'await users.findOne(sanitize(req.body));'),
    { code: lines(driver, "import express from 'express';", "import mongoSanitize from 'express-mongo-sanitize';", 'const app = express();', 'app.use(mongoSanitize());', "app.post('/', (req, res) => users.findOne({ email: req.body.email }));") },
    // schemas
    express(`${driver}\nimport { z } from 'zod';\nconst Login = z.object({ email: z.string() });`)('await users.findOne({ email: Login.parse(req.body).email });', 'await users.findOne(Login.parse(req.body));'),
    express(`${driver}\nimport Joi from 'joi';\nconst schema = Joi.object({ email: Joi.string() });`)('const { value } = schema.validate(req.body);', 'await users.findOne({ email: value.email });'),
    express(`${driver}\nimport * as yup from 'yup';\nconst schema = yup.object({ email: yup.string() });`)('const body = await schema.validate(req.body);', 'await users.findOne({ email: body.email });'),
    express(`${driver}\nimport * as v from 'valibot';\nconst Login = v.object({ email: v.pipe(v.string(), v.email()) });`)('await users.findOne({ email: v.parse(Login, req.body).email });'),
    express(`${driver}\nimport validator from 'validator';`)('if (validator.isEmail(req.body.email)) await users.findOne({ email: req.body.email });'),
    // mongoose casts ids, and sanitizes where it is told to
    goose('await User.findById(req.body.id);', 'await User.findByIdAndDelete(req.body.id);'),
    goose('await User.findOne({ email: req.body.email }, null, { sanitizeFilter: true });', "await User.findOne().where('age').gt(req.query.age);"),
    express(`${odm}\nmongoose.set('sanitizeFilter', true);`)('await User.findOne({ email: req.body.email });'),
    goose('await User.findOne(mongoose.sanitizeFilter({ email: req.body.email }));'),
    prisma('await prisma.user.findFirst({ where: { email: { equals: req.body.email }, name: { contains: req.query.name } } });', 'await prisma.user.findUnique({ where: { id: req.params.id } });'),
    // constant code and patterns, with values apart
    mongo("await users.find({ $where: 'this.a > this.b' }).toArray();", "await users.find({ $expr: { $function: { body: 'return true', args: [Number(req.query.a)], lang: 'js' } } }).toArray();", "await users.find({ name: { $regex: '^a' } }).toArray();"),
    express(`${driver}\nimport escape from 'escape-string-regexp';`)('await users.find({ name: { $regex: escape(String(req.query.q)) } }).toArray();'),
    // a body by a class that a pipe may validate
    lines("import { Body, Controller, Post } from '@nestjs/common';", driver, "import { Login } from './login.js';", '@Controller()', 'export class Logins {', '  @Post() login(@Body() body: Login) { return users.findOne({ email: body.email }); }', '}'),
    // out of sight
    express("import { check } from './check.js';\n" + driver)('await users.findOne({ email: check(req.body.email) });'),
    express("import users from './users.js';")('await users.findOne({ email: req.body.email });', 'req.body.list.find({ email: req.body.email });'),
    // other things of that name
    express()('const list = new Map();', 'await [].find((one) => one === req.body.email);'),
  ],
  invalid: [
    // a field of a filter
    suggested(mongo, 'await users.findOne({ email: VALUE });', 'req.body.email', 'req.body.email', '{ $eq: req.body.email }', 'String(req.body.email)'),
    suggested(mongo, 'await users.find({ $or: [{ email: VALUE }] }).toArray();', 'req.query.email', 'req.query.email', '{ $eq: req.query.email }', 'String(req.query.email)'),
    suggested(mongo, 'await users.aggregate([{ $match: { email: VALUE } }]).toArray();', 'req.query.email', 'req.query.email', '{ $eq: req.query.email }', 'String(req.query.email)'),
    suggested(mongo, 'await users.deleteMany({ token: VALUE });', 'req.cookies.token', 'req.cookies.token', '{ $eq: req.cookies.token }', 'String(req.cookies.token)'),
    suggested(goose, 'await User.updateOne({ token: VALUE }, { $set: { active: true } });', 'req.body.token', 'req.body.token', '{ $eq: req.body.token }', 'String(req.body.token)'),
    suggested(goose, 'await User.findOne({ email: VALUE });', 'req.body.email', 'req.body.email as string', '{ $eq: req.body.email as string }', 'String(req.body.email as string)'),
    suggested(prisma, 'await prisma.user.findFirst({ where: { token: VALUE } });', 'req.body.token', 'req.body.token', '{ equals: req.body.token }', 'String(req.body.token)', 'equals'),
    suggested(nedb, 'await users.findOneAsync({ token: VALUE });', 'req.body.token', 'req.body.token', undefined, 'String(req.body.token)'),
    suggested(koaMongo, 'ctx.body = await users.findOne({ email: VALUE });', 'ctx.query.email', 'ctx.query.email', '{ $eq: ctx.query.email }', 'String(ctx.query.email)'),
    suggested(fast, 'return users.findOne({ email: VALUE });', 'request.query.email', 'request.query.email', '{ $eq: request.query.email }', 'String(request.query.email)'),
    // below another field there is no operator that compares
    suggested(mongo, 'await users.findOne({ address: { city: VALUE } });', 'req.body.city', 'req.body.city', undefined, 'String(req.body.city)'),
    suggested(mongo, 'await users.findOne({ tags: { $elemMatch: VALUE } });', 'req.body.tag', 'req.body.tag', undefined, 'String(req.body.tag)'),
    {
      // each field by itself
      code: mongo('const { email, password } = req.body;', 'const user = await users.findOne({ email, password });'),
      errors: [
        {
          ...found('flow', 'req.body.email'),
          line: 7,
          column: 38,
          suggestions: [
            { messageId: 'equals', data: { operator: '$eq' }, output: mongo('const { email, password } = req.body;', 'const user = await users.findOne({ email: { $eq: email }, password });') },
            { messageId: 'string', output: mongo('const { email, password } = req.body;', 'const user = await users.findOne({ email: String(email), password });') },
          ],
        },
        {
          ...found('flow', 'req.body.password'),
          suggestions: [
            { messageId: 'equals', data: { operator: '$eq' }, output: mongo('const { email, password } = req.body;', 'const user = await users.findOne({ email, password: { $eq: password } });') },
            { messageId: 'string', output: mongo('const { email, password } = req.body;', 'const user = await users.findOne({ email, password: String(password) });') },
          ],
        },
      ],
    },
    // whole queries
    { code: mongo('await users.find(req.query).toArray();'), errors: [found('flow', 'req.query')] },
    { code: mongo('await users.findOne({ ...req.body, active: true });'), errors: [found('flow', 'req.body')] },
    { code: mongo('await users.aggregate(req.body).toArray();'), errors: [found('flow', 'req.body')] },
    { code: mongo('await users.updateOne({ _id: 1 }, req.body);'), errors: [found('flow', 'req.body')] },
    { code: mongo('const filter = {};', 'if (req.query.status) filter.status = req.query.status;', 'await users.find(filter).toArray();'), errors: [found('flow', 'req.query.status')] },
    { code: mongo('await users.find(JSON.parse(req.params.filter)).toArray();'), errors: [found('flow', 'req.params.filter')] },
    { code: goose("await User.find().where('email', req.body.email);", "await User.find().where('email').equals(req.body.email);"), errors: [found('flow', 'req.body.email'), found('flow', 'req.body.email')] },
    { code: goose('await User.findByIdAndUpdate(req.params.id, req.body);'), errors: [found('flow', 'req.body')] },
    { code: express(`${odm}\nmongoose.set('sanitizeFilter', false);`)('await User.find(req.query);'), errors: [found('flow', 'req.query')] },
    { code: express("import monk from 'monk';\nconst users = monk('localhost/shop').get('users');")('await users.findOne(req.body);'), errors: [found('flow', 'req.body')] },
    { code: express("const mongoist = require('mongoist');\nconst db = mongoist('localhost/shop');")('await db.users.findOne(req.body);'), errors: [found('flow', 'req.body')] },
    { code: express("import { MikroORM } from '@mikro-orm/core';\nconst { em } = await MikroORM.init();")('await em.fork().findOne(User, req.body);'), errors: [found('flow', 'req.body')] },
    // a check that an object passes
    { code: mongo("if (!req.body.email || req.body.email.length > 80) return res.sendStatus(400);", 'await users.findOne(req.body);'), errors: [found('flow', 'req.body')] },
    // code and patterns
    { code: mongo('await users.find({ $where: `this.name == "${req.params.name}"` }).toArray();'), errors: [found('code', 'req.params.name')] },
    { code: mongo("await users.find({ $expr: { $function: { body: 'return ' + req.query.test, args: [], lang: 'js' } } }).toArray();"), errors: [found('code', 'req.query.test')] },
    { code: goose("await User.find().$where('this.age > ' + req.query.age);"), errors: [found('code', 'req.query.age')] },
    { code: mongo('await users.mapReduce(`function () { emit(this.${req.query.field}, 1) }`, reduce);'), errors: [found('code', 'req.query.field')] },
    { code: mongo("await users.find({ name: { $regex: req.query.q, $options: 'i' } }).toArray();"), errors: [found('pattern', 'req.query.q')] },
    { code: mongo('await users.find({ $or: [{ name: { $regex: `^${req.params.q}` } }] }).toArray();'), errors: [found('pattern', 'req.params.q')] },
    // the way, a plain type, options
    {
      code: lines("import express from 'express';", driver, 'const byEmail = (email) => users.findOne({ email });', "express().post('/', async (req, res) => res.json(await byEmail(req.body.email)));"),
      errors: [{ ...found('flow', 'req.body.email', ' through byEmail() line 5'), line: 4 }],
    },
    {
      code: lines("import { Body, Controller, Post } from '@nestjs/common';", driver, '@Controller()', 'export class Logins {', '  @Post() login(@Body() body: any) { return users.findOne(body); }', '}'),
      errors: [found('flow', 'body')],
    },
    { code: express("import { check } from './check.js';\n" + driver)('await users.findOne(check(req.body));'), options: [{ unsure: true }], errors: [found('flow', 'req.body')] },
  ],
});

const js = "const { MongoClient } = require('mongodb');\nconst users = new MongoClient('').db().collection('users');\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => users.findOne({ email: String(req.body.email) }));") }],
  invalid: [{ code: lines(js, "app.post('/', (req, res) => users.find(req.body));"), errors: [found('flow', 'req.body')] }],
});
