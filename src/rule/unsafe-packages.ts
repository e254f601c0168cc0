/**
 * Packages that no server should load, and releases with holes that reach it when used as meant: a short list kept by hand, of what is
 * asked for often. Every advisory there is, is the business of `npm audit`. Ranges are as npm writes them.
 */

/** When the list was last gone through. */
export const asOf = '2025-12';

type Month = `${number}-${number}`;

export interface UnsafePackage {
  /** `malware` was made to do harm; `unsafe` does it as it is meant to work; `abandoned` has holes that nobody mends; `old` is mended in a later release. */
  readonly what: 'malware' | 'unsafe' | 'abandoned' | 'old';
  /** Releases that it is true of; all where it is absent. */
  readonly range?: string;
  /** What is wrong, to be read after the name. */
  readonly why: string;
  /** Year and month in which it became known. */
  readonly since: Month;
  /** What to use, to be read after 'use' (`old`: after 'update to'). */
  readonly instead: string;
}

const stolen = (range: string, why: string, since: Month, instead: string): UnsafePackage => ({ what: 'malware', range, why, since, instead });
const imitates = (meant: string, since: Month): UnsafePackage => ({ what: 'malware', why: `has the name of \`${meant}\` written wrong, and was published to steal from whoever makes that mistake`, since, instead: `\`${meant}\`` });
const unsafe = (why: string, since: Month, instead: string): UnsafePackage => ({ what: 'unsafe', why, since, instead });
const abandoned = (why: string, since: Month, instead: string): UnsafePackage => ({ what: 'abandoned', why, since, instead });
const old = (range: string, why: string, since: Month, instead: string): UnsafePackage => ({ what: 'old', range, why, since, instead });

const PHISHED = 'swaps the addresses of payments, put in by whoever phished its maintainer';

export const unsafePackages: Readonly<Record<string, readonly UnsafePackage[]>> = {
  // run code of whoever writes their input
  'node-serialize': [unsafe('runs functions that are in the text it reads (CVE-2017-5941)', '2017-02', 'JSON.parse()')],
  'serialize-to-js': [unsafe('turns text into code to read it back (CVE-2017-5954)', '2017-02', 'JSON.parse()')],
  funcster: [unsafe('turns text into functions and runs them', '2017-02', 'JSON.parse()')],
  cryo: [unsafe('lets the text it reads replace methods that are run (CVE-2018-3784)', '2018-08', 'JSON.parse()')],
  'safe-eval': [unsafe('is no box: code in it reaches the process (CVE-2022-25904, CVE-2023-26122)', '2022-12', 'a parser of the language you mean, or isolated-vm')],
  notevil: [unsafe('is no box: code in it reaches the process (CVE-2021-23771)', '2022-03', 'a parser of the language you mean, or isolated-vm')],
  vm2: [unsafe('is a box in the same process that was broken again and again (CVE-2023-37466 and many more)', '2023-07', 'isolated-vm, or a process or container of its own')],
  'expr-eval': [abandoned('calls functions that its variables bring, so expressions run code (CVE-2025-12735), and has no release that mends it', '2025-11', '`expr-eval-fork` 3 or later')],
  // nobody mends them
  csurf: [abandoned('is given up, with ways around its tokens that nobody mends', '2022-09', '`csrf-csrf` or `csrf-sync`')],
  request: [abandoned('is given up, and follows redirects from https to http with a way around its checks of hosts (CVE-2023-28155)', '2020-02', 'fetch() or `undici`')],
  'request-promise': [abandoned('is given up with `request`, which it needs (CVE-2023-28155)', '2020-02', 'fetch() or `undici`')],
  'request-promise-native': [abandoned('is given up with `request`, which it needs (CVE-2023-28155)', '2020-02', 'fetch() or `undici`')],
  'crypto-js': [abandoned('is given up by its author; AES.encrypt(text, password) in it makes the key by one round of MD5', '2023-10', '`node:crypto`')],
  xmldom: [abandoned('moved to another name, and its holes stay open under this one (CVE-2022-37616, CVE-2022-39353)', '2021-09', '`@xmldom/xmldom`')],
  'express-brute': [abandoned('is given up, and lets simultaneous requests through its limit', '2017-10', '`rate-limiter-flexible` or `express-rate-limit`')],
  'passport-saml': [abandoned('moved to another name, and its signatures are checked by old parts (CVE-2022-39299)', '2022-10', '`@node-saml/passport-saml`')],
  swig: [abandoned('is given up, and its templates read files of the server and run code (CVE-2023-25344, CVE-2023-25345)', '2023-03', '`nunjucks` or `eta`')],
  'swig-templates': [abandoned('is given up, and its templates read files of the server and run code (CVE-2023-25344, CVE-2023-25345)', '2023-03', '`nunjucks` or `eta`')],
  jade: [abandoned('is the old name of `pug`, with code injection by its options (CVE-2021-21353)', '2016-03', '`pug`')],
  'bcrypt-nodejs': [abandoned('is given up', '2017-01', '`bcrypt` or `bcryptjs`')],
  'node-uuid': [abandoned('is the old name of `uuid`, and made ids by Math.random() (CVE-2015-8851)', '2016-04', '`uuid`, or crypto.randomUUID()')],
  ldapjs: [abandoned('is given up by its maintainers', '2024-05', '`ldapts`')],
  libxmljs: [{ ...abandoned('takes one kind of node for another in XML made for it, and its memory breaks (CVE-2024-34391, CVE-2024-34392)', '2024-05', '`fast-xml-parser`, or validate the schema in a process of its own'), range: '<=1.0.11' }],
  libxmljs2: [{ ...abandoned('takes one kind of node for another in XML made for it, and its memory breaks (CVE-2024-34393, CVE-2024-34394)', '2024-05', '`fast-xml-parser`, or validate the schema in a process of its own'), range: '<=0.35.0' }],
  // names that were made to be mistaken
  babelcli: [imitates('babel-cli', '2017-08')],
  crossenv: [imitates('cross-env', '2017-08')],
  ffmepg: [imitates('ffmpeg', '2017-08')],
  gruntcli: [imitates('grunt-cli', '2017-08')],
  mongose: [imitates('mongoose', '2017-08')],
  mysqljs: [imitates('mysql', '2017-08')],
  'nodemailer.js': [imitates('nodemailer', '2017-08')],
  nodemssql: [imitates('mssql', '2017-08')],
  noderequest: [{ ...imitates('request', '2017-08'), instead: 'fetch() or `undici`' }],
  nodesass: [imitates('node-sass', '2017-08')],
  nodesqlite: [imitates('sqlite3', '2017-08')],
  'express-cookies': [imitates('cookie-parser', '2018-05')],
  getcookies: [{ what: 'malware', why: 'runs code that it finds in headers of requests', since: '2018-05', instead: '`cookie-parser`' }],
  'flatmap-stream': [{ what: 'malware', why: 'steals keys of wallets', since: '2018-11', instead: 'Array.prototype.flatMap() or node:stream' }],
  electorn: [imitates('electron', '2020-10')],
  lodashs: [imitates('lodash', '2020-10')],
  loadyaml: [imitates('js-yaml', '2020-10')],
  'twilio-npm': [imitates('twilio', '2020-11')],
  'db-json.js': [imitates('lowdb', '2020-12')],
  // releases of good packages that others took over, or their own authors spoilt
  'eslint-scope': [stolen('3.7.2', 'sends the tokens of npm away', '2018-07', 'any other release')],
  'event-stream': [stolen('3.3.6', 'loads `flatmap-stream`, which steals keys of wallets', '2018-11', 'node:stream')],
  'ua-parser-js': [stolen('0.7.29 || 0.8.0 || 1.0.0', 'brings a thief of passwords along', '2021-10', 'release 0.7.30, 0.8.1, 1.0.1 or later')],
  coa: [stolen('2.0.3 || 2.0.4 || 2.1.1 || 2.1.3 || 3.0.1 || 3.1.3', 'brings a thief of passwords along', '2021-11', 'release 2.0.2')],
  rc: [stolen('1.2.9 || 1.3.9 || 2.3.9', 'brings a thief of passwords along', '2021-11', 'release 1.2.8')],
  colors: [stolen('1.4.1 || 1.4.2 || 1.4.44-liberty-2', 'was made to loop for ever by its author', '2022-01', 'release 1.4.0, or styleText() of node:util')],
  faker: [stolen('6.6.6', 'was emptied by its author', '2022-01', '`@faker-js/faker`')],
  'node-ipc': [stolen('10.1.1 || 10.1.2', 'overwrites files by the country of the machine', '2022-03', 'release 9.2.1 or 12')],
  '@solana/web3.js': [stolen('1.95.6 || 1.95.7', 'sends private keys away', '2024-12', 'release 1.95.8 or later')],
  '@rspack/core': [stolen('1.1.7', 'mines coins', '2024-12', 'release 1.1.8 or later')],
  is: [stolen('3.3.1 || 5.0.0', 'opens the machine to whoever phished its maintainer', '2025-07', 'release 3.3.2 or later')],
  'eslint-config-prettier': [stolen('8.10.1 || 9.1.1 || 10.1.6 || 10.1.7', 'runs a library of an attacker on Windows', '2025-07', 'release 10.1.8 or later')],
  'eslint-plugin-prettier': [stolen('4.2.2 || 4.2.3', 'runs a library of an attacker on Windows', '2025-07', 'release 4.2.4 or later')],
  chalk: [stolen('5.6.1', PHISHED, '2025-09', 'release 5.6.2 or later')],
  debug: [stolen('4.4.2', PHISHED, '2025-09', 'release 4.4.3 or later')],
  'ansi-styles': [stolen('6.2.2', PHISHED, '2025-09', 'release 6.2.3 or later')],
  'strip-ansi': [stolen('7.1.1', PHISHED, '2025-09', 'release 7.1.2 or later')],
  '@ctrl/tinycolor': [stolen('4.1.1 || 4.1.2', 'is a worm that steals tokens and publishes itself', '2025-09', 'release 4.2.0 or later')],
  // holes that a server meets in ordinary use
  jsonwebtoken: [old('<9.0.0', 'takes tokens signed with another kind of key (CVE-2022-23540, CVE-2022-23541)', '2022-12', '9.0.0')],
  'jwt-simple': [old('<0.5.3', 'lets the token choose how it is verified', '2018-05', '0.5.3')],
  jws: [old('<3.2.3 || >=4.0.0 <4.0.1', 'skips the check of HMAC signatures in some uses (CVE-2025-65945)', '2025-12', '3.2.3 or 4.0.1')],
  'express-jwt': [old('<6.0.0', 'lets the token choose how it is verified (CVE-2020-15084)', '2020-06', '6.0.0')],
  passport: [old('<0.6.0', 'keeps the session of before the login, so that whoever planted it is logged in, too (CVE-2022-25896)', '2022-07', '0.6.0')],
  samlify: [old('<2.10.0', 'takes a signed answer with the name of another user wrapped in (CVE-2025-47949)', '2025-05', '2.10.0')],
  'xml-crypto': [old('<2.1.6 || >=3.0.0 <3.2.1 || >=4.0.0 <6.0.1', 'takes signed XML that was altered (CVE-2025-29774, CVE-2025-29775)', '2025-03', '6.0.1')],
  'node-forge': [old('<1.3.2', 'takes forged signatures and certificates (CVE-2025-12816)', '2025-11', '1.3.2')],
  elliptic: [old('<6.6.1', 'gives the private key away when it signs what an attacker made', '2025-02', '6.6.1')],
  next: [
    old('>=11.1.4 <12.3.5 || >=13.0.0 <13.5.9 || >=14.0.0 <14.2.25 || >=15.0.0 <15.2.3', 'skips middleware, and the login in it, for a request with a certain header (CVE-2025-29927)', '2025-03', 'the last release of your line'),
    old('>=15.2.3 <15.2.6 || >=15.3.0 <15.3.6 || >=15.4.0 <15.4.8 || >=15.5.0 <15.5.7 || >=16.0.0 <16.0.7', 'runs code that comes in requests to server components (CVE-2025-55182)', '2025-12', 'the last release of your line'),
  ],
  mysql2: [old('<3.9.8', 'runs code of whoever controls options of a query, and lets columns write prototypes (CVE-2024-21508, CVE-2024-21512)', '2024-04', '3.9.8')],
  sequelize: [old('<6.19.1', 'replaces values inside of values, so input becomes SQL (CVE-2023-25813)', '2023-02', '6.19.1')],
  knex: [old('<2.4.0', 'lets an object in a request rewrite the WHERE of MySQL (CVE-2016-20018)', '2022-12', '2.4.0')],
  mongoose: [old('<6.13.6 || >=7.0.0 <7.8.4 || >=8.0.0 <8.9.5', 'lets $where of a request through populate() (CVE-2024-53900, CVE-2025-23061)', '2025-01', '6.13.6, 7.8.4 or 8.9.5')],
  ejs: [old('<3.1.7', 'runs code that comes in the options of a view, where request data is handed to render() (CVE-2022-29078)', '2022-04', '3.1.7')],
  pug: [old('<3.0.1', 'runs code that comes in the options of a view (CVE-2021-21353)', '2021-03', '3.0.1')],
  handlebars: [old('<4.7.7', 'runs code of templates that were made for it (CVE-2021-23369, CVE-2021-23383)', '2021-04', '4.7.7')],
  nunjucks: [old('<3.2.4', 'leaves HTML unescaped that was made for it (CVE-2023-2142)', '2023-04', '3.2.4')],
  lodash: [old('<4.17.21', 'writes prototypes by keys of input, and runs code in template() options (CVE-2020-8203, CVE-2021-23337)', '2021-02', '4.17.21')],
  'serialize-javascript': [old('<3.1.0', 'writes code of input into what it makes (CVE-2020-7660)', '2020-06', '3.1.0')],
  'jsonpath-plus': [old('<10.3.0', 'runs code that is in a path (CVE-2024-21534, CVE-2025-1302)', '2025-02', '10.3.0')],
  xml2js: [old('<0.5.0', 'lets XML write prototypes (CVE-2023-0842)', '2023-04', '0.5.0')],
  'express-fileupload': [old('<1.1.10', 'lets the names of fields write prototypes (CVE-2020-7699)', '2020-07', '1.1.10')],
  multer: [old('<2.0.2', 'ends the process at a request made for it (CVE-2025-47944, CVE-2025-7338)', '2025-07', '2.0.2')],
  'body-parser': [old('<1.20.3', 'spends minutes on a body made for it (CVE-2024-45590)', '2024-09', '1.20.3')],
  ws: [old('<5.2.4 || >=6.0.0 <6.2.3 || >=7.0.0 <7.5.10 || >=8.0.0 <8.17.1', 'ends the process at a request with many headers (CVE-2024-37890)', '2024-06', '8.17.1')],
  'node-fetch': [old('<2.6.7 || >=3.0.0 <3.1.1', 'sends cookies and tokens to other hosts after a redirect (CVE-2022-0235)', '2022-01', '2.6.7 or 3.1.1')],
  'form-data': [old('<2.5.4 || >=3.0.0 <3.0.4 || >=4.0.0 <4.0.4', 'parts fields by a line that can be guessed (CVE-2025-7783)', '2025-07', '4.0.4')],
  tar: [old('<4.4.18 || >=5.0.0 <5.0.10 || >=6.0.0 <6.1.9', 'writes outside of the folder it unpacks to (CVE-2021-37713)', '2021-08', '6.1.9')],
  'adm-zip': [old('<0.4.11', 'writes outside of the folder it unpacks to (CVE-2018-1002204)', '2018-07', '0.4.11')],
  decompress: [old('<4.2.1', 'writes outside of the folder it unpacks to (CVE-2020-12265)', '2020-04', '4.2.1')],
  'shell-quote': [old('<1.7.3', 'leaves a way out of its quotes (CVE-2021-42740)', '2021-10', '1.7.3')],
  'simple-git': [old('<3.16.0', 'runs commands that are in the address of a repository (CVE-2022-25860)', '2023-01', '3.16.0')],
  'pdfjs-dist': [old('<4.2.67', 'runs code that is in a font of a PDF (CVE-2024-4367)', '2024-05', '4.2.67')],
};

/**
 * Parts of Node.js that it advises against, under names that npm has packages of, too: which of the two is loaded without `node:` is up to
 * the bundler, and to Node.js once the part is gone.
 */
export const shadowed: ReadonlySet<string> = new Set(['punycode', 'sys', 'constants']);
