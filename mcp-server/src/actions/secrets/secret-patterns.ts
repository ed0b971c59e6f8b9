/** Forms of secrets that secretlint has no rule for, or only in files. Every repetition is bounded: the text is a stranger's. */

interface Pattern {
  readonly kind: string;
  readonly form: RegExp;
  /** What looks like one and isn't. */
  readonly unless?: (value: string) => boolean;
}

const PLACEHOLDER = /example|sample|dummy|placeholder|redacted|changeme|x{6}|\*{3}|\.{3}|0{8}/i;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Of a random key in base64 about 4.5, of English prose without spaces about 3.6. */
const BITS_PER_CHARACTER_MIN = 3.7;

const PATTERNS: readonly Pattern[] = [
  // identity/agent-tokens.ts
  { kind: 'flowgate_token', form: /\bfg_[0-9a-f]{20}_[0-9a-f]{64}\b/g },
  // RFC 7515, compact form; the header and the payload are JSON objects.
  {
    kind: 'json_web_token',
    form: /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{16,1000}/g,
  },
  // docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  {
    kind: 'aws_access_key_id',
    form: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g,
    unless: (value) => value.endsWith('EXAMPLE'),
  },
  // cloud.google.com/docs/authentication/api-keys
  { kind: 'google_api_key', form: /\bAIza[\w-]{35}(?![\w-])/g },
  // docs.stripe.com/keys
  { kind: 'stripe_live_key', form: /\b[rs]k_live_[0-9A-Za-z]{20,200}\b/g },
  // RFC 7468 and the forms of OpenSSH, OpenPGP and PuTTY; line ends as they are or as \n in JSON.
  {
    kind: 'private_key',
    form: /-----BEGIN (?:[A-Z]{2,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|[\sA-Za-z0-9+/=:,.-]){64,10000}/g,
  },
  { kind: 'private_key', form: /PuTTY-User-Key-File-[23]: [\w-]{4,40}/g },
  // A name that says so, and a value that no person would choose.
  {
    kind: 'assigned_secret',
    form: /(?<=(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret|credentials?)["'`]{0,1}[ \t]{0,3}(?:=>|:=|[:=])[ \t]{0,3}["'`]{0,1})[A-Za-z0-9+/_~-]{20,200}={0,2}/gi,
    unless: (value) => UUID.test(value) || PLACEHOLDER.test(value) || !isRandom(value),
  },
];

export function findByPattern(text: string) {
  return PATTERNS.flatMap(({ kind, form, unless }) =>
    [...text.matchAll(form)]
      .filter(([value]) => !unless?.(value))
      .map(({ 0: value, index }) => {
        const range: readonly [number, number] = [index, index + value.length];
        return { kind, range };
      }),
  );
}

/** Letters and digits together, as evenly used as a generator uses them. */
function isRandom(value: string): boolean {
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits >= BITS_PER_CHARACTER_MIN;
}
