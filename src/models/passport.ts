import { defineModel } from '../model/dsl.ts';

/** From 0.6 on a login gives the session a new id. */
export const passport = defineModel({
  modules: ['passport'],
  marks: { fixates: [{ at: 'exports.authenticate', when: { version: '<0.6' } }, { at: 'exports.{Passport,Authenticator}().authenticate', when: { version: '<0.6' } }] },
});
