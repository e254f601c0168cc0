/** The lines around a case: drivers, and a handler in each framework. Cases show only what matters. */
import { RuleTester as JavaScriptTester, type Rule } from 'eslint';
import { describe, it } from 'vitest';
import type { SecureRule } from '../../src/rule/create-rule.ts';

JavaScriptTester.describe = describe;
JavaScriptTester.it = it;

/** JavaScript by ESLint's own parser, as CommonJS. */
export const runJavaScript = (rule: SecureRule, cases: { valid: JavaScriptTester.ValidTestCase[]; invalid: JavaScriptTester.InvalidTestCase[] }): void =>
  new JavaScriptTester({ languageOptions: { sourceType: 'commonjs' } }).run(`${rule.name} in JavaScript`, rule as unknown as Rule.RuleModule, cases);

export const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

const inside = (head: string, open: readonly string[], body: readonly string[]): string =>
  lines(...(head === '' ? [] : [head]), ...open, ...body.map((line) => `  ${line}`), '});');

export type Sample = (...body: string[]) => string;

/** A handler with `req` and `res`; the body is in its place, indented by two. */
export const express =
  (head = ''): Sample =>
  (...body) =>
    inside(head, ["import express from 'express';", 'const app = express();', "app.post('/items/:id', async (req, res) => {"], body);

/** A handler with `ctx`. */
export const koa =
  (head = ''): Sample =>
  (...body) =>
    inside(head, ["import Koa from 'koa';", 'const app = new Koa();', 'app.use(async (ctx) => {'], body);

/** A handler with `request` and `reply`. */
export const fastify =
  (head = ''): Sample =>
  (...body) =>
    inside(head, ["import Fastify from 'fastify';", 'const app = Fastify();', "app.get('/items/:id', async (request, reply) => {"], body);

/** A handler with `req` and `res` of `node:http`, and `query` made of the URL. */
export const http =
  (head = ''): Sample =>
  (...body) =>
    inside(head, ["import { createServer } from 'node:http';", 'createServer(async (req, res) => {', "  const query = new URL(req.url, 'http://localhost').searchParams;"], body);

/** Each gives `db`. */
export const drivers = {
  pg: lines("import pg from 'pg';", 'const db = new pg.Pool();').trimEnd(),
  mysql2: lines("import mysql from 'mysql2/promise';", 'const db = mysql.createPool(process.env.DATABASE_URL);').trimEnd(),
  betterSqlite3: lines("import Database from 'better-sqlite3';", "const db = new Database('app.db');").trimEnd(),
  sqlite3: lines("import sqlite3 from 'sqlite3';", "const db = new sqlite3.Database('app.db');").trimEnd(),
  knex: lines("import knex from 'knex';", "const db = knex({ client: 'pg' });").trimEnd(),
  sequelize: lines("import { Sequelize, QueryTypes } from 'sequelize';", 'const db = new Sequelize(process.env.DATABASE_URL);').trimEnd(),
  prisma: lines("import { PrismaClient, Prisma } from '@prisma/client';", 'const db = new PrismaClient();').trimEnd(),
} as const;
