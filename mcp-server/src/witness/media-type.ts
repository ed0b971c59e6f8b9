/** What bytes are, judged by themselves. Only what is named here is ever shown in a page. */

export const SHOWN_IMAGES: readonly string[] = ['image/png', 'image/jpeg'];
export const PLAIN_TEXT = 'text/plain';
const OTHER = 'application/octet-stream';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** `beginning` is the first chunk. HTML, SVG and XML are text: they are never called anything a browser would run. */
export function mediaTypeOf(beginning: Uint8Array): string {
  if (beginsWith(beginning, PNG)) return 'image/png';
  if (beginsWith(beginning, JPEG)) return 'image/jpeg';
  return isText(beginning) ? PLAIN_TEXT : OTHER;
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** UTF-8 without control characters but those that lay text out; the last character may be cut off. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}
