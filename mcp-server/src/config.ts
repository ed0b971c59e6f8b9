/** Every setting, read once. The only reader of the environment; a bad setting stops the start with a list of all faults. */
import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

/** A named key: the first of a list is used for what is new, the others still open what is old. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Origin under which people and agents reach this server; no slash at the end. */
  readonly publicUrl: string;
  /** Host names this server answers under, lower case, without ports. */
  readonly allowedHosts: readonly string[];
  readonly dataDir: string;
  readonly repositoriesDir: string;
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  /** The first admin, made at start while nobody exists. */
  readonly firstAdmin: {
    readonly username: string;
    readonly email: string;
    readonly password: string;
  } | null;
  /** Proxies in front whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Null: generated once into the data folder. */
  readonly tokenPeppers: readonly NamedKey[] | null;
  readonly sessionKeys: readonly NamedKey[] | null;
  readonly secretKeys: readonly NamedKey[] | null;
  /** Calls a minute, each with its key: an address, a token or a person. */
  readonly limits: Readonly<Record<keyof typeof LIMITS, number>>;
  /** Host names that may be called although they lead inside: an intranet's, or a test's. Lower case. */
  readonly outgoingHosts: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const ADMIN_SETTINGS = [
  'FLOWGATE_ADMIN_USERNAME',
  'FLOWGATE_ADMIN_EMAIL',
  'FLOWGATE_ADMIN_PASSWORD',
] as const;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** 256 bits, as many as the secrets they protect. */
const KEY_BYTES_MIN = 32;

/** Each brake and the setting that says how tight it is. */
const LIMITS = {
  signInsPerMinute: 'FLOWGATE_SIGN_INS_PER_MINUTE',
  refreshesPerMinute: 'FLOWGATE_REFRESHES_PER_MINUTE',
  agentCallsPerMinute: 'FLOWGATE_AGENT_CALLS_PER_MINUTE',
  writesPerMinute: 'FLOWGATE_WRITES_PER_MINUTE',
  inboxPerMinute: 'FLOWGATE_INBOX_PER_MINUTE',
  uploadsPerMinute: 'FLOWGATE_UPLOADS_PER_MINUTE',
  searchesPerMinute: 'FLOWGATE_SEARCHES_PER_MINUTE',
} as const;

const hostNames = z
  .string()
  .transform((text): string[] => text.toLowerCase().match(/[^\s,]+/g) ?? [])
  .optional();

const wholeNumber = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback);

const keys = z
  .string()
  .transform((text, context) =>
    text.split(',').map((entry): NamedKey => {
      const [, id = '', encoded = ''] =
        /^([A-Za-z0-9_-]{1,20}):([A-Za-z0-9+/_-]+=*)$/.exec(entry.trim()) ?? [];
      const key = Buffer.from(encoded, 'base64');
      if (id === '' || key.length < KEY_BYTES_MIN) {
        context.addIssue({
          code: 'custom',
          message: `must be id:base64[,id:base64…] with keys of at least ${KEY_BYTES_MIN} bytes`,
        });
      }
      return { id, key };
    }),
  )
  .optional();

const Settings = z.object({
  FLOWGATE_HOST: z.string().default('127.0.0.1'),
  FLOWGATE_PORT: wholeNumber(1, 65_535, 8089),
  FLOWGATE_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an http or https origin, such as https://gate.example.org')
    .optional(),
  FLOWGATE_ALLOWED_HOSTS: hostNames,
  FLOWGATE_OUTGOING_HOSTS: hostNames,
  FLOWGATE_DATA_DIR: z.string().default('./data'),
  FLOWGATE_REPOSITORIES_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file|postgres|postgresql|mysql|mariadb):/,
      'must begin with file:, postgresql: or mysql:',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .optional(),
  FLOWGATE_ADMIN_USERNAME: z.string().optional(),
  FLOWGATE_ADMIN_EMAIL: z.string().optional(),
  FLOWGATE_ADMIN_PASSWORD: z.string().optional(),
  FLOWGATE_TRUST_PROXY: wholeNumber(0, 10, 0),
  FLOWGATE_LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug'],
      'must be silent, error, warn, info or debug',
    )
    .default('info'),
  FLOWGATE_TOKEN_PEPPERS: keys,
  FLOWGATE_SESSION_KEYS: keys,
  FLOWGATE_SECRET_KEYS: keys,
  FLOWGATE_SIGN_INS_PER_MINUTE: wholeNumber(1, 100_000, 20),
  FLOWGATE_AGENT_CALLS_PER_MINUTE: wholeNumber(1, 1_000_000, 600),
  FLOWGATE_WRITES_PER_MINUTE: wholeNumber(1, 1_000_000, 600),
  FLOWGATE_REFRESHES_PER_MINUTE: wholeNumber(1, 1_000_000, 300),
  FLOWGATE_INBOX_PER_MINUTE: wholeNumber(1, 1_000_000, 120),
  FLOWGATE_UPLOADS_PER_MINUTE: wholeNumber(1, 1_000_000, 120),
  FLOWGATE_SEARCHES_PER_MINUTE: wholeNumber(1, 1_000_000, 240),
});

/** All faults of the settings, one sentence a line. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** Reads `.env` beside the process (what is already set wins) and the environment. Throws BadSettings. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** As `loadConfig`, for a program: prints every fault and ends with 1. */
export function loadConfigOrExit(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    process.stderr.write(`FlowGate can't start with these settings:\n${error.message}\n`);
    process.exit(1);
  }
}

/** The settings of the stdio pass-through: where the server is, and the token to use there. Throws BadSettings. */
export function loadPassThroughSettings(): { url: string; token: string } {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { FLOWGATE_URL: url = 'http://localhost:8089', FLOWGATE_TOKEN: token = '' } = process.env;
  const faults: string[] = [];
  if (!isOrigin(url)) faults.push('FLOWGATE_URL must be an http or https origin.');
  if (token === '') faults.push('FLOWGATE_TOKEN is not set: there is nothing to do without it.');
  else if (token.includes('${'))
    faults.push('FLOWGATE_TOKEN is the name of a variable that was never expanded.');
  if (faults.length > 0) throw new BadSettings(faults);
  return { url: url.replace(/\/+$/, ''), token };
}

/** Settings as the environment gives them. Throws BadSettings with every fault. */
export function readConfig(environment: Environment): Config {
  // An empty value means "not set": that is how compose files and unit files write it.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  const issues = parsed.success ? [] : parsed.error.issues;
  const faults = issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  faults.push(...faultsBetween(given));
  if (!parsed.success || faults.length > 0) throw new BadSettings([...new Set(faults)]);
  return configOf(parsed.data);
}

type SettingValues = z.output<typeof Settings>;

/** What only shows when settings are looked at together; looked at even if one of them is bad. */
function faultsBetween(given: Environment): string[] {
  const faults: string[] = [];
  const admin = ADMIN_SETTINGS.filter((name) => given[name] !== undefined);
  if (admin.length > 0 && admin.length < ADMIN_SETTINGS.length) {
    faults.push(`${ADMIN_SETTINGS.join(', ')} go together: set all three or none.`);
  }
  const { FLOWGATE_HOST: host = '127.0.0.1' } = given;
  for (const name of ['FLOWGATE_PUBLIC_URL', 'FLOWGATE_ALLOWED_HOSTS']) {
    if (isLocal(host) || given[name] !== undefined) continue;
    faults.push(`${name} must be set: FLOWGATE_HOST is an address other machines can reach.`);
  }
  return faults;
}

function configOf(settings: SettingValues): Config {
  const { FLOWGATE_HOST: host, FLOWGATE_PORT: port, FLOWGATE_DATA_DIR: dataDir } = settings;
  const publicUrl = new URL(settings.FLOWGATE_PUBLIC_URL ?? `http://localhost:${port}`);
  const [username, email, password] = ADMIN_SETTINGS.map((name) => settings[name]);
  return {
    host,
    port,
    publicUrl: publicUrl.origin,
    allowedHosts: [
      ...new Set([
        publicUrl.hostname,
        ...(settings.FLOWGATE_ALLOWED_HOSTS ?? []),
        ...(isLocal(host) ? LOCAL_HOSTS : []),
      ]),
    ],
    dataDir,
    repositoriesDir: settings.FLOWGATE_REPOSITORIES_DIR ?? join(dataDir, 'repositories'),
    databaseUrl: settings.DATABASE_URL ?? `file:${join(dataDir, 'flowgate.db')}`,
    redisUrl: settings.REDIS_URL ?? null,
    firstAdmin:
      username !== undefined && email !== undefined && password !== undefined
        ? { username, email, password }
        : null,
    trustedProxies: settings.FLOWGATE_TRUST_PROXY,
    logLevel: settings.FLOWGATE_LOG_LEVEL,
    tokenPeppers: settings.FLOWGATE_TOKEN_PEPPERS ?? null,
    sessionKeys: settings.FLOWGATE_SESSION_KEYS ?? null,
    secretKeys: settings.FLOWGATE_SECRET_KEYS ?? null,
    limits: Object.fromEntries(
      Object.entries(LIMITS).map(([name, setting]) => [name, settings[setting]]),
    ) as Config['limits'],
    outgoingHosts: settings.FLOWGATE_OUTGOING_HOSTS ?? [],
  };
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && `${search}${hash}${username}` === '';
}
