import { defineModel } from '../model/dsl.ts';

/** A value of the cache goes on as it is; what is known of it is where it lives. */
export const redis = defineModel({
  modules: ['redis', '@redis/client', 'ioredis'],
  marks: {
    credential: ['exports.createClient[0].password', 'exports.{Redis,Cluster}[0].password', 'exports[0].password'],
    certificates: ['exports.createClient[0].socket.rejectUnauthorized', 'exports.Redis[0].tls.rejectUnauthorized', 'exports[0].tls.rejectUnauthorized'],
    connection: ['exports.createClient[0].url', 'exports.Redis[0]', 'exports[0]'],
  },
});
