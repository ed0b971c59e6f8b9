/** An authenticator app: RFC 6238 written down a second time, so that the product isn't compared with itself. */
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Six digits. `secret` is Base32, spaces or not; `off` steps from now. */
export function codeAt(secret: string, milliseconds: number, off = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000) + off));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const place = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(place) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret.replaceAll(' ', '')]
    .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
