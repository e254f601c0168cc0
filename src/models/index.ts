// Generated from the files of this folder by `npm run generate`.
import type { Model } from '../model/dsl.ts';

export const models: readonly Model[] = [];
