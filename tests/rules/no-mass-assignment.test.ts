import { RuleTester } from '@typescript-eslint/rule-tester';
import { rule } from '../../src/rules/no-mass-assignment.ts';
import { express, fastify, koa, lines, runJavaScript } from './samples.ts';

const found = (source: string, way = '', more = '') => ({ messageId: 'flow' as const, data: { source, way, more } });
const odm = "import mongoose from 'mongoose';\nconst User = mongoose.model('User', schema);";
const goose = express(odm);
const orm = "import { Model, Sequelize } from 'sequelize';\nclass User extends Model {}\nUser.init({}, { sequelize: new Sequelize(process.env.DATABASE_URL) });";
const sequelize = express(orm);
const typeorm = express("import { DataSource } from 'typeorm';\nconst users = new DataSource({}).getRepository(User);");
const prisma = express("import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();");
const knex = express("import knex from 'knex';\nconst db = knex({ client: 'pg' });");
const drizzle = express("import { drizzle } from 'drizzle-orm/node-postgres';\nimport { users } from './schema.js';\nconst db = drizzle(process.env.DATABASE_URL);");
const objection = express("import { Model } from 'objection';\nclass Person extends Model {}");
const mikro = express("import { MikroORM, wrap } from '@mikro-orm/core';\nconst { em } = await MikroORM.init();");
const nest = (head: string, ...body: string[]): string =>
  lines("import { Body, Controller, Post, UsePipes, ValidationPipe } from '@nestjs/common';", "import { InjectRepository } from '@nestjs/typeorm';", "import { CreateUser } from './create-user.js';", head, 'export class Users {', '  constructor(@InjectRepository(User) private readonly users) {}', ...body.map((line) => `  ${line}`), '}');

new RuleTester().run('no-mass-assignment', rule, {
  valid: [
    // fields by name
    goose('await User.create({ name: req.body.name, address: req.body.address });', 'const { name } = req.body;', 'await new User({ name }).save();'),
    goose('const { name, email } = req.body;', 'await User.findByIdAndUpdate(req.params.id, { $set: { name, email } });'),
    goose('await User.insertMany(req.body.map(({ name }) => ({ name })));'),
    knex("await db('users').insert({ name: req.body.name, role: 'customer' });", "await db('users').where({ id: 1 }).update({ [columnOf('name')]: req.body.name });"),
    prisma('await prisma.user.create({ data: { name: req.body.name, profile: { create: { bio: req.body.bio } } } });'),
    drizzle('await db.insert(users).values({ name: req.body.name });', 'await db.update(users).set({ name: req.body.name });'),
    objection('await Person.query().insert({ name: req.body.name });', 'new Person().$set({ name: req.body.name });'),
    mikro('em.create(User, { name: req.body.name });', 'wrap(user).assign({ name: req.body.name });'),
    typeorm('await users.save({ name: req.body.name });', 'await users.update(1, { name: req.body.name });'),
    // picked
    express(`${odm}\nimport _ from 'lodash';`)("await User.create(_.pick(req.body, ['name', 'email']));"),
    // the option of fields
    sequelize("await User.create(req.body, { fields: ['name'] });", "await User.update(req.body, { where: { id: 1 }, fields: ['name'] });"),
    // schemas drop or refuse what they do not describe
    express(`${odm}\nimport { z } from 'zod';\nconst Input = z.object({ name: z.string(), tags: z.array(z.string()) });`)('await User.create(Input.parse(req.body));', 'await User.create({ ...Input.parse(req.body), owner: 1 });'),
    express(`${odm}\nimport { z } from 'zod';\nconst Input = z.object({ name: z.string() }).strict();`)('const { data } = Input.safeParse(req.body);', 'await User.create(data);'),
    express(`${odm}\nimport Joi from 'joi';\nconst schema = Joi.object({ name: Joi.string() });`)('const { value } = schema.validate(req.body);', 'await User.create(value);'),
    express(`${odm}\nimport * as v from 'valibot';`)('await User.create(v.parse(v.object({ name: v.string() }), req.body));'),
    express(`${odm}\nimport { matchedData } from 'express-validator';`)('await User.create(matchedData(req));'),
    // classes of bodies, with a pipe in sight or out of it
    nest('@Controller()', '@Post() create(@Body() body: CreateUser) { return this.users.save(body); }'),
    nest('@Controller()', '@Post() create(@Body(new ValidationPipe({ whitelist: true })) body: CreateUser) { return this.users.save(body); }'),
    { code: nest('@UsePipes(new ValidationPipe({ whitelist: true }))\n@Controller()', '@Post() create(@Body() body: CreateUser) { return this.users.save(body); }'), options: [{ unsure: true }] },
    nest('@Controller()', "@Post() create(@Body('name') name: string) { return this.users.save({ name }); }"),
    // strings have no fields
    goose('await User.create({ name: String(req.body) });', 'await User.create(req.params.id);'),
    // copies that are no records
    goose('const copy = Object.assign({}, req.body);', 'const user = await User.findById(1);', 'Object.assign(user, { name: req.body.name });'),
    // own members of a class win
    express(`${orm}\nclass Guest extends User { static create(values) { return values.name; } }`)('Guest.create(req.body);'),
    // out of sight
    express(`${odm}\nimport { clean } from './clean.js';`)('await User.create(clean(req.body));'),
    express("import User from './user.js';")('await User.create(req.body);'),
    // not a record
    express("import { createServer } from 'node:net';")('new Map().set(req.body);', 'Object.create(req.body);'),
  ],
  invalid: [
    { code: goose('await User.create(req.body);'), errors: [{ ...found('req.body'), line: 6, column: 21 }] },
    { code: goose('await new User(req.body).save();'), errors: [found('req.body')] },
    { code: goose('await User.findByIdAndUpdate(req.params.id, { $set: req.body });'), errors: [found('req.body')] },
    { code: goose('await User.create({ owner: 1, ...req.body });'), errors: [{ ...found('req.body'), column: 36 }] },
    { code: goose('await User.insertMany([req.body, { name: 1 }]);'), errors: [found('req.body')] },
    { code: goose('const { role, ...rest } = req.body;', 'await User.create(rest);'), errors: [found('req.body')] },
    // into a record
    { code: goose('const user = await User.findById(req.params.id);', 'Object.assign(user, req.body);', 'await user.save();'), errors: [{ ...found('req.body'), line: 7 }] },
    { code: goose('const user = await User.findById(req.params.id);', 'user.set(req.body);'), errors: [found('req.body')] },
    { code: express(`${odm}\nimport _ from 'lodash';`)('const user = await User.findById(req.params.id);', '_.merge(user, req.body);', '_.extend(user, { ...req.body });'), errors: [found('req.body'), found('req.body')] },
    { code: typeorm('const user = await users.findOneBy({ id: 1 });', 'await users.save(Object.assign(user, req.body));'), errors: [found('req.body')] },
    // ORMs
    { code: sequelize('await User.create(req.body);', 'await User.update(req.body, { where: { id: 1 } });'), errors: [found('req.body'), found('req.body')] },
    { code: sequelize('const user = new User(req.body);', 'await user.update(req.body);'), errors: [found('req.body'), found('req.body')] },
    { code: typeorm('await users.save(req.body);', 'await users.update(req.params.id, req.body);'), errors: [found('req.body'), found('req.body')] },
    { code: prisma('await prisma.user.update({ where: { id: 1 }, data: req.body });', 'await prisma.user.create({ data: { ...req.body } });', 'await prisma.user.create({ data: { profile: { create: req.body.profile } } });'), errors: [found('req.body'), found('req.body'), found('req.body.profile')] },
    { code: knex("await db('users').insert(req.body);", "await db('users').where({ id: 1 }).update(req.body);"), errors: [found('req.body'), found('req.body')] },
    { code: drizzle('await db.insert(users).values(req.body);', 'await db.update(users).set(req.body);'), errors: [found('req.body'), found('req.body')] },
    { code: objection('await Person.query().patch(req.body);', 'await Person.query().insertGraph(req.body);'), errors: [found('req.body'), found('req.body')] },
    { code: mikro('em.create(User, req.body);', 'wrap(user).assign(req.body);'), errors: [found('req.body'), found('req.body')] },
    // other frameworks
    { code: koa(odm)('ctx.body = await User.create(ctx.request.body);'), errors: [found('ctx.request.body')] },
    { code: fastify(odm)('return User.create(request.body);'), errors: [found('request.body')] },
    { code: nest('@Controller()', '@Post() create(@Body() body: any) { return this.users.save(body); }'), errors: [found('body')] },
    { code: nest('@Controller()', '@Post() create(@Body() body: CreateUser) { return this.users.save(body); }'), options: [{ unsure: true }], errors: [found('body')] },
    // what leaves all fields
    { code: express(`${odm}\nimport { z } from 'zod';\nconst Input = z.object({ name: z.string() }).passthrough();`)('await User.create(Input.parse(req.body));'), errors: [found('req.body')] },
    { code: express(`${odm}\nimport Joi from 'joi';\nconst schema = Joi.object({ name: Joi.string() }).unknown();`)('await User.create(schema.validate(req.body).value);'), errors: [found('req.body')] },
    { code: express(`${odm}\nimport _ from 'lodash';`)("await User.create(_.omit(req.body, ['role']));"), errors: [found('req.body')] },
    // the way, options
    { code: lines("import express from 'express';", odm, 'const add = (values) => User.create({ ...values, active: true });', "express().post('/', async (req, res) => res.json(await add(req.body)));"), errors: [found('req.body', ' through add() line 5')] },
    { code: express(`${odm}\nimport { clean } from './clean.js';`)('await User.create(clean(req.body));'), options: [{ unsure: true }], errors: [found('req.body')] },
  ],
});

const js = "const { Sequelize } = require('sequelize');\nconst User = new Sequelize('').define('User', {});\nconst app = require('express')();";
runJavaScript(rule, {
  valid: [{ code: lines(js, "app.post('/', (req, res) => User.create({ name: req.body.name }));") }],
  invalid: [{ code: lines(js, "app.post('/', (req, res) => User.create(req.body));"), errors: [found('req.body')] }],
});
