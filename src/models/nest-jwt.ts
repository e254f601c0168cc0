import { defineModel } from '../model/dsl.ts';

export const nestJwt = defineModel({
  modules: ['@nestjs/jwt'],
  types: { Service: ['exports.JwtService()', ':JwtService'] },
  flows: [{ flow: 'Service.decode[0] -> ()', again: ['nosql', 'fields'] }],
  marks: {
    credential: ['exports.JwtModule.register[0].secret'],
    decodes: ['Service.decode[0]'],
    verifies: ['Service.{verify,verifyAsync}[0]'],
    algorithms: ['Service.{verify,verifyAsync}[1].algorithms'],
    expired: ['Service.{verify,verifyAsync}[1].ignoreExpiration'],
  },
});
