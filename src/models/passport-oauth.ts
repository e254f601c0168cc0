import { defineModel } from '../model/dsl.ts';

/** Strategies that log in at another site. */
export const passportOauth = defineModel({
  modules: ['passport-oauth2', 'passport-google-oauth20', 'passport-google-oauth', 'passport-github2', 'passport-github', 'passport-facebook', 'passport-twitter', 'passport-discord', 'passport-linkedin-oauth2', 'passport-microsoft'],
  marks: { credential: ['exports[0].{clientSecret,consumerSecret}', 'exports.{Strategy,OAuth2Strategy,OAuthStrategy}[0].{clientSecret,consumerSecret}'] },
});
