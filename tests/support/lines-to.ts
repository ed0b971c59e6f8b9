/** A log that a test can read. */
import { Writable } from 'node:stream';

export function linesTo(lines: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      const line = chunk.toString();
      lines.push(line);
      // The caller only gets a reference: whoever reads the test wants the cause.
      if (line.includes('"level":50')) console.error(line);
      done();
    },
  });
}
