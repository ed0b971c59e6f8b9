/** The bytes a revision is: canonical JSON (RFC 8785) of NFC text with LF line ends, and their SHA-256. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ClaimInput } from '../../contracts/evidence.ts';
import { fromJson } from '../../store/json.ts';

/** What a revision's hash covers, and what is read back from it. */
export interface RevisionContent {
  readonly title: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly claims: readonly ClaimInput[];
  readonly cites: readonly string[];
  readonly assumptions: readonly string[];
  /** Hashes of what is attached to the document as a whole; absent where nothing is. */
  readonly attachments?: readonly string[] | undefined;
}

/** `content` is stored as it is and never rebuilt; `hash` is hex. */
export function canonicalContent(content: RevisionContent): { content: string; hash: string } {
  const bytes = canonicalJson(normalised(content));
  return { content: bytes, hash: sha256(bytes) };
}

/** The hash of a whole payload, for telling a retry from a new call. */
export function payloadHash(payload: unknown): string {
  return sha256(canonicalJson(payload));
}

export function readContent(content: string, revision: string): RevisionContent {
  return fromJson<RevisionContent>(content, `the content of ${revision}`);
}

/** RFC 8785. Throws on what JSON can't say (undefined members are left out). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to write as JSON');
  return text;
}

/** Equal text in another normal form or with other line ends is equal. */
function normalised<T>(value: T): T {
  if (typeof value === 'string') return value.normalize('NFC').replaceAll(/\r\n?/g, '\n') as T;
  if (Array.isArray(value)) return value.map(normalised) as T;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return Object.fromEntries(members.map(([key, member]) => [key, normalised(member)])) as T;
  }
  return value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
