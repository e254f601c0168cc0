import { defineModel } from '../model/dsl.ts';

const weak = /^(rsa-)?(md[245]|md5-sha1|sha-?1|ripemd(160)?|rmd160)$/i;

export const nodeCrypto = defineModel({
  modules: ['crypto'],
  types: {
    Hash: ['createHash()', 'exports.Hash()', 'Hash.{update,copy}()', ':Hash'],
    Weak: [{ at: 'createHash()', when: { '[0]': weak } }, 'Weak.{update,copy}()'],
    Hmac: ['createHmac()', 'Hmac.update()', ':Hmac'],
    Sign: ['exports.{createSign,createVerify}()', 'Sign.update()', ':{Sign,Verify}'],
  },
  sources: { hash: ['Weak.digest()', { at: 'hash()', when: { '[0]': weak } }] },
  sinks: {
    digest: ['Hash.update[0]', 'Hmac.update[0]', 'hash[1]'],
    token: ['createHmac[1]', 'exports.{createCipheriv,createDecipheriv}[1..2]', 'createSecretKey[0]', 'exports.{scrypt,scryptSync,pbkdf2,pbkdf2Sync}[1]', 'exports.sign[1]', 'Sign.update[0]'],
    size: ['exports.{randomBytes,pseudoRandomBytes}[0]', 'exports.{pbkdf2,pbkdf2Sync}[2..3]', 'exports.{scrypt,scryptSync}[2]'],
  },
  guards: { deserialize: ['exports.verify[1]'] },
  labels: { signature: ['Hmac.{update,digest}()'], equal: ['timingSafeEqual[0..1]'] },
  marks: {
    checksPassword: ['timingSafeEqual'],
    errorFirst: ['exports.{randomBytes,pseudoRandomBytes,randomFill,randomInt,pbkdf2,scrypt,hkdf,generateKeyPair,generateKey,sign,verify}'],
    // hkdfSync is as quick as a hash; randomBytes(n) without callback is too, for the sizes in use
    blocking: ['exports.{pbkdf2Sync,scryptSync,argon2Sync,generateKeyPairSync,generatePrimeSync,checkPrimeSync}'],
    credential: [
      'createHmac[1]',
      'exports.{createCipheriv,createDecipheriv}[1]',
      'exports.{createCipher,createDecipher}[1]',
      'createSecretKey[0]',
      'createPrivateKey[0]',
      'createPrivateKey[0].key',
      'exports.{scrypt,scryptSync,pbkdf2,pbkdf2Sync}[0]',
      'Sign.sign[0]',
      'exports.sign[2]',
    ],
  },
});
