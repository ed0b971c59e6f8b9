/** A finding in words. */
import type { Sentences } from '../../dependencies.ts';
import type { Finding } from './findings.ts';

export function sentenceOf(say: Sentences, { code, params }: Finding): string {
  return say.finding(code, params);
}
