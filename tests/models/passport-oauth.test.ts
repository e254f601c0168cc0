import { passportOauth } from '../../src/models/passport-oauth.ts';
import { describeModel, mark } from './harness.ts';

describeModel(passportOauth, "import Default, * as all from 'passport-oauth2';", [
  mark('credential', 'exports[0].{clientSecret,consumerSecret}', 'new Default({ EACH: "x" });', 'new Default({ clientID: "x" });'),
  mark('credential', 'exports.{Strategy,OAuth2Strategy,OAuthStrategy}[0].{clientSecret,consumerSecret}', 'new all.EACH({ EACH2: "x" });'),
]);
