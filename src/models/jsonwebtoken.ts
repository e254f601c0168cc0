import { defineModel } from '../model/dsl.ts';

export const jsonwebtoken = defineModel({
  modules: ['jsonwebtoken'],
  sources: { error: ['verify[2..3](0)'] },
  sinks: { token: ['sign[1]', 'sign[0].jti'] },
  // what verify() gives was signed by us; what decode() gives was not
  flows: [{ flow: 'decode[0] -> ()', again: ['nosql', 'fields'] }],
  marks: {
    errorFirst: ['exports.{sign,verify}'],
    credential: ['exports.{sign,verify}[1]'],
    decodes: ['exports.decode[0]'],
    verifies: ['exports.verify[0]'],
    verificationKey: ['exports.verify[1]'],
    algorithms: ['exports.verify[2].algorithms'],
    expired: ['exports.verify[2].ignoreExpiration'],
    // before 9 a token without a signature passes where the key is empty: a variable of the environment that is not set
    openAlgorithms: [{ at: 'exports.verify', when: { version: '<9', '[2].algorithms': { is: 'absent' } } }],
    defaultAlgorithms: [{ at: 'exports.verify', when: { '[2].algorithms': { is: 'absent' } } }],
  },
});
