import { bcrypt } from '../../src/models/bcrypt.ts';
import { describeModel, mark } from './harness.ts';

describeModel(bcrypt, "import bcrypt from 'bcrypt';", [
  mark('checksPassword', 'exports.{compare,compareSync,verify,verifySync}', 'bcrypt.EACH(a, b);', 'bcrypt.hash(a, 10);'),
  mark('errorFirst', 'exports.{hash,compare,genSalt}', 'bcrypt.EACH("x", 10, () => work());'),
  mark('blocking', 'exports.{hashSync,compareSync,genSaltSync,verifySync}', 'bcrypt.EACH("x", 10);'),
]);
