import { bcrypt } from '../../src/models/bcrypt.ts';
import { describeModel, mark } from './harness.ts';

describeModel(bcrypt, "import bcrypt from 'bcrypt';", [mark('blocking', 'exports.{hashSync,compareSync,genSaltSync,verifySync}', 'bcrypt.EACH("x", 10);')]);
