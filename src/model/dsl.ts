/**
 * The language in which models speak of packages: where values enter, where they do harm, what makes them safe.
 * Data only; paths are parsed by `path.ts` and joined to one graph by `registry.ts`, lazily, so a mistake in a path is
 * an error when the model is first needed (and in the contract test).
 *
 * Two sides. A value comes from the library (exports, results, parameters of the user's functions) or goes to it
 * (arguments, assigned members, results of the user's functions). A source ends on the first side, a sink on the second;
 * `[n]` and `=` follow the first, `(n)` the second. `:` `~` `@` take the side of their type's other ways.
 */
/** What a value could do to us: a bit each; kinds.ts adds title, CWE, and whether the harm may sit in members (`deep`). */
export type Kind =
  | 'sql' | 'nosql' | 'command' | 'argument' | 'code' | 'template' | 'path' | 'url' | 'redirect' | 'html' | 'header' | 'log' | 'regex' | 'slow'
  | 'xpath' | 'ldap' | 'xml' | 'deserialize' | 'key' | 'fields' | 'size' | 'response' | 'logged' | 'token' | 'digest';

/** Who can write it: chosen by the `origins` setting. The engine alone gives `library`: parameters of exported functions. */
export type Untrusted = 'remote' | 'cli' | 'env' | 'file' | 'database' | 'network' | 'library';
/** What must not get out or be relied on: always followed, for the rules that ask. */
export type Sensitive = 'error' | 'secret' | 'password' | 'random' | 'hash' | 'uninitialised';
export type Origin = Untrusted | Sensitive;

/**
 * Where a value is, read left to right. It starts at a name in `types`, else at a member of the module's exports; `exports` is the
 * exports themselves, `express:Request` a type of another model, `*` any value whose own model or code lacks the member.
 *
 *   .name  .{a,b}  .*     member or element: this one, one of these, any; `.$0` the one that constant argument 0 names;
 *                         `.@each` what `for await` gets
 *   ()                    result: of calling or constructing what the library gives, or of a function that the user hands over
 *   [0] [1..] [0..1] [-1] argument of such a call; [this] its receiver
 *   (0) (1..) (this)      parameter of a function that the user hands over
 *   ('data'|'end')        only a call whose first argument is one of these strings
 *   /4  /..3  ~event      only a function that declares so many parameters (its `length`); only a variable so named
 *   =                     what is assigned to the member
 */
export type Path = string;

/**
 * How a type is met: a Path, or
 *   :Name   a value annotated with this exported TypeScript type       @Name   what is decorated with it: parameter, method, class
 *   ~name   a variable of this name, of unknown value, in company      ~~name  one that stands beside two such
 *   export NAMES [in GLOB]   what a file exports; `under "use server"`: one that says so; `saying "word"`: a function that does
 */
export type Way = At;

/** A literal, one of several, a pattern; a value of the API; there, not there, or not constant. */
export type Test = Literal | readonly Literal[] | RegExp | { readonly api: Path } | { readonly notApi: Path } | { readonly begins: RegExp } | { readonly is: 'present' | 'absent' | 'dynamic' };
export type Literal = string | number | boolean | null;

/**
 * Tests on the same call, by a path from it: `{ '[2].shell': true }`; `'='` the assigned value; `version` a semver range that the
 * model's package, as it is installed for the file, is in. All must hold.
 */
export type When = Readonly<Record<Path, Test>>;
export type At<More = unknown> = Path | ({ readonly at: Path; readonly when?: When } & More);

export type Source = At<{
  /** Kinds that it cannot carry: a route parameter is a string, so never `nosql`. */
  readonly never?: readonly Kind[];
  /** The value as a whole, not each of its members: of all that `process.env` holds, some is secret. */
  readonly whole?: true;
  /** What the message calls it; else its source text. */
  readonly as?: string;
}>;

export type Sink = At<{
  readonly bind?: Bind;
  /** The call to use in place of this one (`execFile` for `exec`). */
  readonly instead?: string;
  /** Only after this call on the way, on the same receiver where both have one. */
  readonly after?: At;
  /** Of a kind that looks into members: only the value itself and what is spread into it; what stands under its names is data. */
  readonly whole?: true;
  /** The database runs it, not this program. */
  readonly inDatabase?: true;
  /** The operator below which a value is compared as it is: `$eq`. */
  readonly equals?: string;
  /** Only of an object whose members its sender chooses: the whole of what was sent, or a spread of it. No text is one. */
  readonly shaped?: true;
  /** The name alone says so, and may mean something else: never for sure. */
  readonly guess?: true;
}>;

/** How the driver takes values apart from the text: where they go, or the template tag that takes them as holes. */
export interface Bind {
  readonly values?: Path;
  readonly tag?: Path;
  readonly style?: '?' | '$1' | ':1' | '@1' | ':name' | '@name';
  /** Placeholder for identifiers (`??`). */
  readonly identifier?: string;
}

/** The last step comes out clean: `escape()` the result, `check[0]` the argument from there on, `type[this]` what the receiver does later. `'*'`: of all kinds. */
export type Cleans<More = unknown> = Readonly<Partial<Record<Kind | '*', readonly At<More>[]>>>;

/**
 * `map[this].* -> [0](0)`: taint goes on; the right side starts at the same call. `promisify[0] is ()`: the very same value, with members and API.
 * With a name on the right, two calls on one receiver with an equal `[0]`: `*.emit[1..] -> *.on[1](..)`, `*.set[1] -> *.get()`.
 */
export type Flow = `${string} -> ${string}` | `${string} is ${string}`;

/** A validator that describes data; a field that it does not describe stays as it was. */
export interface Schema {
  readonly clean: readonly At[];
  /** A string for sure, and no more. */
  readonly text?: readonly Path[];
  readonly fields?: readonly Path[];
  readonly items?: readonly Path[];
  /** Where members that are not described stay in the result; elsewhere they are dropped or refused. */
  readonly open?: readonly Path[];
  /** Where they are dropped or refused after all: `Type.noUnknown()`. */
  readonly closed?: readonly Path[];
  /** Arguments that are a pattern which a text matches: `Type.regex[0]`. */
  readonly matches?: readonly At[];
  /** Arguments that are a schema which may hold in place of the receiver: `Type.or[0]`. */
  readonly or?: readonly Path[];
  /** Schemas of which one holds, or a list of them: `Z.union[0]`. */
  readonly union?: readonly Path[];
  /** A schema that holds as well: `Type.and[0]`, `Z.intersection[0..1]`. */
  readonly and?: readonly Path[];
  /** A list of what the receiver describes: `Type.array()`. */
  readonly lists?: readonly Path[];
  /** Steps after which a promise is of the result alone, and what came may be anything: `Type.catch()`. */
  readonly made?: readonly Path[];
  /** Steps of which nobody knows what they promise: `Type.superRefine()`. */
  readonly unseen?: readonly Path[];
  /** Functions that a value has to pass, by their truth or by coming back: `Type.refine[0]`; and those that make the result of it. */
  readonly tested?: readonly Path[];
  readonly turned?: readonly Path[];
  /** Results that are what validators of fields let through, of the request that is the first argument. */
  readonly matched?: readonly Path[];
  /** Results that are what a validator let through of the part that the first argument names: `Request.valid()`. */
  readonly validated?: readonly Path[];
  /** The request to which a validator of a field is applied at once: `Chain.run[0]`. */
  readonly applied?: readonly Path[];
  /** Calls that come back only where validators of fields have found nothing. */
  readonly asked?: readonly Path[];
  /**
   * Where it is applied; `output: true` is a guard, none is in place. `drops`: when the call drops members that are not described, whatever
   * is open. What it promises of the input itself holds where the result's `passed` is truthy, where its `failed` is falsy, or behind the
   * call (`'behind'`, or `'awaited'`: behind its promise). Of an input of another model, `passed` is the call that asks for findings.
   * `language`: the schema is text, and the input are the arguments of functions in an object of types of fields.
   */
  readonly checks: readonly { readonly call: Path; readonly schema: Path; readonly input: Path; readonly output?: Path | true; readonly passed?: Path; readonly failed?: Path; readonly drops?: When; readonly language?: 'graphql' }[];
}

/** What rules ask about calls and functions without following a value. */
export type Mark =
  | 'handler' | 'blocking' | 'entities' | 'record' | 'exits' | 'asserts' | 'equates' | 'inherits' | 'event' | 'composes' | 'composesBack' | 'promisifies' | 'next' | 'credential' | 'rateLimit' | 'headers' | 'csrf' | 'session'
  | 'cookie' | 'sessionCookie' | 'notSecure' | 'notHttpOnly' | 'notSameSite' | 'sameSiteNone'
  | 'unawaited' | 'unawaitedServer' | 'streams' | 'emitter' | 'uncaught' | 'unhandled' | 'errorFirst' | 'checksPassword'
  | 'oldBuffer' | 'becomes' | 'permits' | 'masks' | 'listens' | 'runs'
  | 'certificates' | 'anyCertificate' | 'identity' | 'tlsVersion' | 'looseParser' | 'connection' | 'connects'
  | 'decodes' | 'verifies' | 'openAlgorithms' | 'defaultAlgorithms' | 'algorithms' | 'verificationKey' | 'expired'
  | 'memoryStore' | 'endless' | 'unsigned' | 'signsIn' | 'fixates'
  | 'signs' | 'weakDigest' | 'weakSignature' | 'weakCheck' | 'equals'
  | 'slow' | 'same' | 'iterates' | 'rounds' | 'saltRounds' | 'scrypts' | 'describes' | 'least' | 'digested'
  | 'encrypts' | 'decrypts' | 'derives' | 'weakCipher' | 'repeats' | 'unpads' | 'makesKeys' | 'groups' | 'fixedBytes'
  | 'cors' | 'setsHeader'
  | 'parses' | 'noLimit' | 'noFilter' | 'reads' | 'requestBody'
  | 'app' | 'part' | 'mounts' | 'plain' | 'page' | 'sends' | 'protects' | 'poweredBy';

/**
 * What checks ask for. Results: a `normal` path, one `resolved` to an absolute path, one `relative` to a root, one `dotless`
 * (`..` cannot be in it), a `name` without a separator. The `separator` of paths; the argument of which truth says that it is `absolute`. Of signatures: the result that is
 * a `signature` of the arguments of its call and the calls before; the arguments of which truth says that they are `equal`. Of queries:
 * members below which anything is `data`: `{ $eq: x }`.
 */
export type Label = 'normal' | 'resolved' | 'relative' | 'dotless' | 'name' | 'separator' | 'absolute' | 'signature' | 'equal' | 'data';

export interface Model {
  /** Import specifiers; `node:` is added for builtins, 'global' is for globals, `lodash/*` makes the rest a member. */
  readonly modules: readonly [string, ...string[]];
  /** Names for values that many paths start from; `express:Request` as key adds ways to another model's type. */
  readonly types?: Readonly<Record<string, readonly Way[]>>;
  readonly sources?: Readonly<Partial<Record<Exclude<Origin, 'library'>, readonly Source[]>>>;
  readonly sinks?: Readonly<Partial<Record<Kind, readonly Sink[]>>>;
  /** `file`: once the call is met, in the whole file, whatever it is: a middleware, a setting. */
  readonly sanitizers?: Cleans<{ readonly file?: true }>;
  /** Vouch where truthy (`if: false`: falsy). A member at the end: comparing it with constants vouches for what it is read from. */
  readonly guards?: Cleans<{ readonly if?: false }>;
  /**
   * Calls that hand taint on; this package's others do not. `again`: kinds that it brings back (`JSON.parse`: `nosql`). `below`: it
   * comes below something else, so it is no absolute path any more. `only`: nothing but these kinds (a hash of what can be guessed can be, too).
   */
  readonly flows?: readonly (Flow | { readonly flow: Flow; readonly again?: readonly Kind[]; readonly below?: true; readonly only?: readonly Kind[]; readonly when?: When })[];
  readonly labels?: Readonly<Partial<Record<Label, readonly Path[]>>>;
  readonly schemas?: readonly Schema[];
  readonly marks?: Readonly<Partial<Record<Mark, readonly At[]>>>;
}

/** Not generic, or the compiler would let unknown properties pass. Paths are checked when the registry first needs the model. */
export const defineModel = (model: Model): Model => model;
