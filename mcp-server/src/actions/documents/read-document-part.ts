/** A document as an agent reads it: its facts, its body or a part of it, what changed, what happened. */
import type { z } from 'zod';
import type { ReadInput, ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { ChecksState } from '../../gate/vocabulary.ts';
import { problems } from '../../problems.ts';
import { findRevision } from '../../store/documents/read-document.ts';
import { fromJson } from '../../store/json.ts';
import { readConversationPart, readTurnPart } from '../conversations/read-conversation-part.ts';
import { sentenceOfEvent } from '../events/event-sentence.ts';
import { checksView } from '../evidence/checks-view.ts';
import { readStandings } from '../evidence/read-light.ts';
import { agentThreads } from '../reviews/agent-threads.ts';
import { readOpenReasons } from '../reviews/open-reasons.ts';
import { textPart } from '../text-part.ts';
import { wireTime } from '../times.ts';
import { type RevisionContent, readContent } from './canonical-content.ts';
import { claimViews } from './claim-views.ts';
import { diffOf } from './diff-document.ts';
import { outlineOf, sectionOf } from './markdown-outline.ts';

type View = z.input<typeof ReadView>;
type Input = z.output<typeof ReadInput>;

const TIMELINE_EVENTS_MAX = 100;

export async function readDocumentPart(
  dependencies: Dependencies,
  call: Call,
  input: Input,
): Promise<View> {
  const { reader } = dependencies.database;
  const [id = '', turn] = input.id.split('#');
  const document = await reader.document.findUnique({ where: { id } });
  if (document === null) throw problems.notFound();
  const part = input.part ?? 'body';
  const content = async (number: number): Promise<RevisionContent> => {
    const row = await findRevision(reader, document.id, number);
    if (row === null) throw problems.notFound();
    return readContent(row.content, `${document.id}@${number}`);
  };
  const facts = {
    type: document.type,
    title: document.title,
    state: document.state,
    revision: document.revision,
    stale: document.stale,
    author: document.authorName,
    changed_at: wireTime(document.changedAt),
  };
  const inTurns = document.series === 'conversation';
  if (turn !== undefined) {
    if (!inTurns) throw problems.notFound();
    const { id, title } = document;
    return readTurnPart(dependencies, call, id, Number(turn), { type: document.type, title });
  }
  const answer = { id: document.id, kind: 'document', part } as const;
  const say = call.say;
  switch (part) {
    case 'summary': {
      const latest = await content(document.revision);
      const { claims, cites, assumptions } = latest;
      const reasons = plainJson(await readOpenReasons(reader, document.id));
      const threads = plainJson(await agentThreads(reader, document.id, latest));
      const more = { claims: claims.length, cites: [...cites], assumptions: [...assumptions] };
      return { ...answer, facts: { ...facts, ...more, reasons, threads }, ...nothingToRead(say) };
    }
    case 'outline': {
      const outline = outlineOf((await content(document.revision)).body);
      const headings = outline.map(({ depth, text }) => `${'#'.repeat(depth)} ${text}`);
      return { ...answer, facts, ...textPart(say, headings.join('\n'), input.offset) };
    }
    case 'section': {
      const section = sectionOf((await content(document.revision)).body, input.section ?? '');
      if (section === null) throw problems.notFound();
      return { ...answer, facts, ...textPart(say, section, input.offset) };
    }
    case 'diff': {
      const to = document.revision;
      const from = input.from ?? Math.max(1, to - 1);
      const [before, after] = [await content(from), await content(to)];
      const { patch } = diffOf(document.id, before.body, after.body, { from, to });
      return { ...answer, facts: { ...facts, from, to }, ...textPart(say, patch, input.offset) };
    }
    case 'timeline': {
      const events = await reader.event.findMany({
        where: { documentId: document.id, NOT: { kind: { startsWith: 'verdict.' } } },
        orderBy: { position: 'desc' },
        take: TIMELINE_EVENTS_MAX,
      });
      const lines = events.map((row) => `${wireTime(row.at)} ${sentenceOfEvent(row, say)}`);
      return { ...answer, facts, ...textPart(say, lines.join('\n'), input.offset) };
    }
    default: {
      const { body, claims } = await content(document.revision);
      // Claims travel whole with the first part: they are what a report is about.
      const withClaims = input.offset === undefined || input.offset === 0;
      if (inTurns) {
        const page = await readConversationPart(
          ...([dependencies, call, document, facts, input.offset ?? 0] as const),
        );
        return { ...answer, ...page, text: withClaims ? body : null };
      }
      const told =
        withClaims && claims.length > 0
          ? await standingsOf(dependencies, say, document, claims)
          : {};
      return { ...answer, facts: { ...facts, ...told }, ...textPart(say, body, input.offset) };
    }
  }
}

/** How far each claim can be believed, and where the checks stand; of a test run the numbers, not the report again. */
async function standingsOf(
  dependencies: Dependencies,
  say: Call['say'],
  { id, revision, checks }: { id: string; revision: number; checks: string | null },
  claims: RevisionContent['claims'],
) {
  const light = await readStandings(dependencies, id, revision);
  const views = claimViews(say, claims, light).map(({ evidence, ...claim }) => ({
    ...claim,
    evidence: evidence.map(({ tests, ...piece }) => {
      if (tests === undefined) return piece;
      const { cases: _cases, ...numbers } = tests;
      return { ...piece, tests: numbers };
    }),
  }));
  const view = checksView(say, checks as ChecksState | null, light);
  return { claims: plainJson(views), checks: plainJson(view) };
}

function nothingToRead(say: Call['say']) {
  return { text: null, more: null, next: say.next('read_complete') };
}

function plainJson(value: unknown): z.input<typeof ReadView>['facts'][string] {
  return fromJson(JSON.stringify(value), 'a value just written');
}
