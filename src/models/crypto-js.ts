import { defineModel } from '../model/dsl.ts';

const weak = 'MD5,SHA1,RIPEMD160,md5,sha1,ripemd160';
// the small ones are files: `crypto-js/md5`
const hashes = `${weak},SHA224,SHA256,SHA384,SHA512,SHA3,sha224,sha256,sha384,sha512,sha3`;
const macs = 'HmacMD5,HmacSHA1,HmacRIPEMD160,HmacSHA224,HmacSHA256,HmacSHA384,HmacSHA512,HmacSHA3';

export const cryptoJs = defineModel({
  modules: ['crypto-js', 'crypto-js/*'],
  types: { Crypto: ['exports'] },
  sources: { hash: [`Crypto.{${weak}}()`] },
  sinks: { digest: [`Crypto.{${hashes},${macs}}[0]`], token: [`Crypto.{${macs}}[1]`] },
  flows: [{ flow: `Crypto.{${hashes}}[0] -> ()`, only: ['token'] }],
  marks: {
    weakCipher: ['Crypto.{DES,TripleDES,RC4,RC4Drop,Rabbit,RabbitLegacy,Blowfish}.{encrypt,decrypt}'],
    repeats: [{ at: 'Crypto.AES.{encrypt,decrypt}', when: { '[2].mode': { api: 'Crypto.mode.ECB' } } }],
    weakDigest: [`Crypto.{${weak}}`], weakCheck: ['Crypto.HmacMD5'] },
});
