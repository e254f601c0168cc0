/** Tests, seeds and their like: what they do is not done to users. */
import path from 'node:path';
import type { AnyContext } from './analysis.ts';

const TEST_FILE = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|fixtures?|mocks?|seeds?|seeders?)\/|(?:^|\/)(?:seed|seeds|seeder|conftest)\.[cm]?[jt]sx?$|[.-](?:test|spec|e2e|stories|seed|fixture|mock)\.[cm]?[jt]sx?$/i;

export const isTestFile = ({ cwd, filename }: AnyContext): boolean => TEST_FILE.test(path.relative(cwd, filename).replaceAll(path.sep, '/'));
