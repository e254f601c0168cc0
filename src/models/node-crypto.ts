import { defineModel } from '../model/dsl.ts';

const weak = /^(rsa-)?(md[245]|md5-sha1|sha-?1|ripemd(160)?|rmd160)$/i;
const signed = /^(?:(?:id-)?(?:rsa|dsa|ecdsa)(?:-with)?-)?(?:md[245]|sha-?1|ripemd(?:160)?|rmd160)(?:with\w+)?$|^dss1$/i;

export const nodeCrypto = defineModel({
  modules: ['crypto'],
  types: {
    Hash: ['createHash()', 'exports.Hash()', 'Hash.{update,copy}()', ':Hash'],
    Weak: [{ at: 'createHash()', when: { '[0]': weak } }, 'Weak.{update,copy}()'],
    Hmac: ['createHmac()', 'Hmac.update()', ':Hmac'],
    Sign: ['exports.{createSign,createVerify}()', 'Sign.update()', ':{Sign,Verify}'],
  },
  // who knows a MAC beforehand needs no key; that it is shown is what it is for
  sources: { random: ['pseudoRandomBytes()'], secret: [{ at: 'Hmac.digest()', never: ['response', 'logged'] }], hash: ['Weak.digest()', { at: 'hash()', when: { '[0]': weak } }] },
  sinks: {
    digest: ['Hash.update[0]', 'Hmac.update[0]', 'hash[1]', 'exports.sign[1]', 'Sign.update[0]'],
    token: ['createHmac[1]', 'exports.{createCipheriv,createDecipheriv}[1..2]', 'createSecretKey[0]', 'exports.{scrypt,scryptSync,pbkdf2,pbkdf2Sync}[1]'],
    size: ['exports.{randomBytes,pseudoRandomBytes}[0]', 'exports.{pbkdf2,pbkdf2Sync}[2..3]', 'exports.{scrypt,scryptSync}[2]'],
  },
  // a hash hides nothing of what can be guessed
  flows: [
    { flow: 'Hash.update[0] -> [this]', only: ['token'] },
    { flow: 'Hash.{update,digest,copy}[this] -> ()', only: ['token'] },
    { flow: 'hash[1] -> ()', only: ['token'] },
  ],
  guards: { deserialize: ['exports.verify[1]'] },
  labels: { signature: ['Hmac.{update,digest}()'], equal: ['timingSafeEqual[0..1]'] },
  marks: {
    checksPassword: ['timingSafeEqual'],
    errorFirst: ['exports.{randomBytes,pseudoRandomBytes,randomFill,randomInt,pbkdf2,scrypt,hkdf,generateKeyPair,generateKey,sign,verify}'],
    signs: ['Sign.update', 'exports.sign'],
    weakDigest: ['Weak.update', { at: 'hash', when: { '[0]': weak } }],
    weakSignature: [{ at: 'createSign', when: { '[0]': signed } }, { at: 'exports.sign', when: { '[0]': signed } }],
    // SHA-1 in an HMAC is what OAuth 1 and one-time passwords are made of, and holds
    weakCheck: [{ at: 'createVerify', when: { '[0]': signed } }, { at: 'exports.verify', when: { '[0]': signed } }, { at: 'createHmac', when: { '[0]': /^(?:rsa-)?md[245]$/i } }],
    slow: ['exports.{scrypt,scryptSync,pbkdf2,pbkdf2Sync,argon2,argon2Sync}'],
    same: ['timingSafeEqual'],
    iterates: ['exports.{pbkdf2,pbkdf2Sync}'],
    scrypts: ['exports.{scrypt,scryptSync}'],
    digested: ['Hash.digest()', 'Hmac.digest()', 'hash()'],
    encrypts: ['createCipheriv'],
    decrypts: ['createDecipheriv'],
    derives: ['exports.{createCipher,createDecipher}'],
    unpads: [{ at: 'privateDecrypt', when: { '[0].padding': { api: 'exports.constants.RSA_PKCS1_PADDING' } } }, { at: 'privateDecrypt', when: { '[0].padding': 1 } }],
    makesKeys: ['exports.{generateKeyPair,generateKeyPairSync}'],
    groups: ['exports.{createDiffieHellman,createDiffieHellmanGroup,getDiffieHellman}'],
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
