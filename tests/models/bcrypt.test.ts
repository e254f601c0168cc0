import { bcrypt } from '../../src/models/bcrypt.ts';
import { describeModel, mark, sink } from './harness.ts';

describeModel(bcrypt, "import bcrypt from 'bcrypt';", [
  mark('checksPassword', 'exports.{compare,compareSync,verify,verifySync}', 'bcrypt.EACH(a, b);', 'bcrypt.hash(a, 10);'),
  mark('errorFirst', 'exports.{hash,compare,genSalt}', 'bcrypt.EACH("x", 10, () => work());'),
  sink('token', 'exports.{hash,hashSync}[0]', 'bcrypt.EACH(INPUT, 12);', 'bcrypt.compare(INPUT, hash);'),
  mark('slow', 'exports.{hash,hashSync,compare,compareSync}', 'bcrypt.EACH("x", 12);', 'bcrypt.getRounds(hash);'),
  mark('rounds', 'exports.{hash,hashSync}', 'bcrypt.EACH("x", 12);', 'bcrypt.compare("x", hash);'),
  mark('saltRounds', 'exports.{genSalt,genSaltSync}', 'bcrypt.EACH(12);', 'bcrypt.hash("x", 12);'),
  mark('blocking', 'exports.{hashSync,compareSync,genSaltSync,verifySync}', 'bcrypt.EACH("x", 10);'),
]);
