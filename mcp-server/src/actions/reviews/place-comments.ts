/** Comments as they are stored: each with its place found in the revision it was written on, or a fault. */
import type { z } from 'zod';
import type { AnchorInput, CommentInput } from '../../contracts/reviews.ts';
import {
  followClaim,
  followQuote,
  type SearchableText,
  searchable,
  textOfLines,
} from '../../gate/anchors.ts';
import type { NewThread } from '../../gate/commands.ts';
import { QUOTE_CHARACTERS_MAX } from '../../gate/limits.ts';
import { type Fault, problems } from '../../problems.ts';
import type { ThreadMaterial } from '../../store/groups/material.ts';
import { fromJson } from '../../store/json.ts';
import type { RevisionContent } from '../documents/canonical-content.ts';

/** As it is stored. Empty: the document as a whole. */
export type StoredAnchor =
  | { readonly quote: string; readonly line_from: number; readonly line_to: number }
  | { readonly quote: string; readonly claim: number }
  | Record<never, never>;

export interface PlacedComments {
  readonly threads: readonly NewThread[];
  readonly texts: ReadonlyMap<string, ThreadMaterial>;
}

/** The texts that are commented on, by revision. */
export type Reviewed = ReadonlyMap<number | undefined, RevisionContent>;

/** Throws input_invalid with every anchor that points at nothing. `path` is where the comments stand in the input. */
export function placeComments(
  newId: () => string,
  comments: readonly z.infer<typeof CommentInput>[],
  reviewed: Reviewed,
  path: string,
): PlacedComments {
  const texts = new Map<string, ThreadMaterial>();
  const threads: NewThread[] = [];
  const faults: Fault[] = [];
  const placers = new Map(
    [...reviewed].map(([revision, content]) => [revision, placerOf(content)]),
  );
  for (const [index, comment] of comments.entries()) {
    const { anchor = {}, revision, weight, text, suggestion } = comment;
    const stored = placers.get(revision)?.(anchor, suggestion?.old) ?? null;
    if (stored === null) {
      faults.push({ path: `${path}[${index}].anchor`, code: 'anchor_unknown', params: {} });
      continue;
    }
    const id = newId();
    threads.push({ id, weight });
    const written = { revision, anchor: JSON.stringify(stored), text };
    texts.set(id, { ...written, suggestion: suggestion ?? null });
  }
  if (faults.length > 0) throw problems.inputInvalid(faults);
  return { threads, texts };
}

function placerOf({ body, claims }: RevisionContent) {
  const statements = claims.map(({ statement }) => statement);
  let text: SearchableText | null = null;
  return (anchor: AnchorInput, replaced: string | undefined) => {
    text ??= searchable(body);
    return storedAnchor(text, statements, anchor, replaced);
  };
}

/** Null: there are no such words, lines or claim. Words that aren't found stand for the lines named with them. */
function storedAnchor(
  body: SearchableText,
  statements: readonly string[],
  { quote: asked, line_from, line_to = line_from, claim }: AnchorInput,
  replaced: string | undefined,
): StoredAnchor | null {
  if (claim !== undefined) {
    const statement = statements[claim - 1];
    return statement === undefined ? null : { claim, quote: statement };
  }
  const lineFrom = line_from ?? 1;
  // What a suggestion replaces is what it is about.
  const words = asked ?? (line_from === undefined ? replaced : undefined);
  const quote = words?.normalize('NFC').replaceAll(/\r\n?/g, '\n');
  if (quote !== undefined) {
    const found = followQuote(body, { quote, lineFrom, lineTo: line_to ?? lineFrom });
    if (found !== null) return { quote, line_from: found.from, line_to: found.to };
  }
  if (line_from === undefined || line_to === undefined) return quote === undefined ? {} : null;
  const lines = { from: Math.min(line_from, line_to), to: Math.max(line_from, line_to) };
  const there = textOfLines(body, lines).slice(0, QUOTE_CHARACTERS_MAX).trim();
  if (there === '') return null;
  // A cut in the middle of a character leaves half of one, which no database stores.
  const whole = there.isWellFormed() ? there : there.slice(0, -1);
  return { quote: whole, line_from: lines.from, line_to: lines.to };
}

export interface Placed {
  readonly quote: string | null;
  readonly line_from: number | null;
  readonly line_to: number | null;
  readonly claim: number | null;
  readonly outdated: boolean;
}

const NOWHERE = { quote: null, line_from: null, line_to: null, claim: null, outdated: false };

/** Where stored anchors stand in a revision. The text is made ready once for all of them. */
export function placesIn(content: RevisionContent): (anchor: string, threadId: string) => Placed {
  let body: SearchableText | null = null;
  const statements = content.claims.map(({ statement }) => statement);
  return (anchor, threadId) => {
    const stored = fromJson<StoredAnchor>(anchor, `the anchor of ${threadId}`);
    if ('claim' in stored) {
      const claim = followClaim(statements, stored);
      return { ...NOWHERE, quote: stored.quote, claim, outdated: claim === null };
    }
    if (!('quote' in stored)) return NOWHERE;
    body ??= searchable(content.body);
    const { quote, line_from: lineFrom, line_to: lineTo } = stored;
    const lines = followQuote(body, { quote, lineFrom, lineTo });
    if (lines === null) return { ...NOWHERE, quote, outdated: true };
    return { ...NOWHERE, quote, line_from: lines.from, line_to: lines.to };
  };
}
