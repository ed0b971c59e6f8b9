/** A test run as numbers: what a report says, read by the server and by nobody's regular expression. */
import { type ReportReader, type TestReport, UnreadableReport } from './case-counter.ts';
import { junitReader } from './junit.ts';
import { tapReader } from './tap.ts';

export type ReportFormat = 'junit' | 'tap';

export function readerOf(format: ReportFormat): ReportReader {
  return format === 'junit' ? junitReader() : tapReader();
}

/** Null: the text can't be read as that. */
export function readTestReport(format: ReportFormat, content: string): TestReport | null {
  try {
    const reader = readerOf(format);
    reader.write(content);
    return reader.end();
  } catch (error) {
    if (error instanceof UnreadableReport) return null;
    throw error;
  }
}

/** As above, of bytes that don't lie in memory as a whole. */
export async function readTestReportFrom(
  format: ReportFormat,
  content: AsyncIterable<Uint8Array>,
): Promise<TestReport | null> {
  try {
    const reader = readerOf(format);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const bytes of content) reader.write(decode(decoder, bytes));
    reader.write(decode(decoder));
    return reader.end();
  } catch (error) {
    if (error instanceof UnreadableReport) return null;
    throw error;
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new UnreadableReport('not UTF-8');
  }
}
