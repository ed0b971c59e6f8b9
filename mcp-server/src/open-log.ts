/** The server's log: one JSON object a line. Secrets never get here by design; what stands here is the second lock. */
import { type DestinationStream, type Logger, pino } from 'pino';

const CENSOR = '[redacted]';

/** Members that hold one, at the top of an entry and in anything it holds. */
const SECRET_MEMBERS = [
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'set-cookie',
  'session_secret',
  'refresh_token',
];
const PATHS = SECRET_MEMBERS.flatMap((member) => {
  const name = /^\w+$/.test(member) ? `.${member}` : `["${member}"]`;
  return [name.replace(/^\./, ''), `*${name}`, `*.*${name}`, `*.*.*${name}`];
});

/** What is one wherever it stands, in the message of an error too: our tokens, JWTs, passwords in addresses of databases. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bfg_([0-9a-f]{20})_[0-9a-f]{64}/g, `fg_$1_${CENSOR}`],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, CENSOR],
  [/\b(bearer +)[\w.~+/=-]{16,}/gi, `$1${CENSOR}`],
  [/\b([a-z]{2,20}:\/\/[^\s:/@"]{1,100}:)[^\s@/"]{1,200}@/gi, `$1${CENSOR}@`],
];

export function openLog(level: string, logTo: DestinationStream | undefined): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: [...PATHS, 'err.config'], censor: CENSOR },
    hooks: {
      streamWrite: (line: string) =>
        SECRETS.reduce((text, [form, instead]) => text.replace(form, instead), line),
    },
  };
  return logTo === undefined ? pino(options) : pino(options, logTo);
}
