import { argon2 } from '../../src/models/argon2.ts';
import { describeModel, mark, sink } from './harness.ts';

describeModel(argon2, "import * as argon2 from '@node-rs/argon2';", [
  sink('token', 'exports.{hash,hashSync}[0]', 'argon2.EACH(INPUT);', 'argon2.verify(hash, INPUT);'),
  mark('slow', 'exports.{hash,hashSync,hashRaw,hashRawSync}', 'argon2.EACH("x");', 'argon2.verify(hash, "x");'),
  mark('checksPassword', 'exports.{verify,verifySync}', 'argon2.EACH(hash, password);', 'argon2.hash(password);'),
  mark('blocking', 'exports.{hashSync,verifySync,hashRawSync}', 'argon2.EACH(password);', 'argon2.hash(password);'),
]);
