import { argon2 } from '../../src/models/argon2.ts';
import { describeModel, mark } from './harness.ts';

describeModel(argon2, "import * as argon2 from '@node-rs/argon2';", [
  mark('checksPassword', 'exports.{verify,verifySync}', 'argon2.EACH(hash, password);', 'argon2.hash(password);'),
  mark('blocking', 'exports.{hashSync,verifySync,hashRawSync}', 'argon2.EACH(password);', 'argon2.hash(password);'),
]);
