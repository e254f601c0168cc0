import { cryptoJs } from '../../src/models/crypto-js.ts';
import { describeModel, flow, mark, sink, source, way } from './harness.ts';

describeModel(cryptoJs, "import * as all from 'crypto-js'; import CryptoJS from 'crypto-js';", [
  way('Crypto', 'exports', 'SINK(all.MD5("x"));'),
  source('hash', 'Crypto.{MD5,SHA1,RIPEMD160,md5,sha1,ripemd160}()', 'SINK(all.EACH("x"));', 'SINK(all.SHA256("x"));'),
  sink('digest', 'Crypto.{*}[0]', 'all.EACH(INPUT);', 'all.EACH("x", INPUT);'),
  sink('token', 'Crypto.{*}[1]', 'all.EACH("x", INPUT);', 'all.EACH("x", "y");'),
  flow('Crypto.{*}[0] -> ()', 'SINK(all.EACH(INPUT));'),
  mark('weakDigest', 'Crypto.{MD5,SHA1,RIPEMD160,md5,sha1,ripemd160}', 'all.EACH("x");', 'all.SHA256("x");'),
  mark('weakCipher', 'Crypto.{*}.{encrypt,decrypt}', 'all.EACH.EACH2("x", key);', 'all.AES.encrypt("x", key);'),
  mark('repeats', 'Crypto.AES.{encrypt,decrypt}', 'all.AES.EACH("x", key, { mode: all.mode.ECB });', 'all.AES.encrypt("x", key, { mode: all.mode.CBC });'),
  mark('weakCheck', 'Crypto.HmacMD5', 'all.HmacMD5("x", key);', 'all.HmacSHA1("x", key);'),
]);
