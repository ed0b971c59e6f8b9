/** What stands in place of a redacted text: when, by whom and why, in the project's language. What it cited stays. */
import type { Sentences } from '../../dependencies.ts';
import type { Redaction } from '../../store/documents/redact.ts';
import { canonicalJson, readContent } from './canonical-content.ts';

export function redactedContent(
  say: Sentences,
  content: string,
  revision: string,
  { at, by, because }: Redaction,
): string {
  const { title, cites } = readContent(content, revision);
  const body = say.headline('redacted', { at: at.toISOString().slice(0, 10), who: by, because });
  return canonicalJson({ title, body, fields: {}, claims: [], cites, assumptions: [] });
}
