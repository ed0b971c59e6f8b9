/**
 * Looks at a document's latest revision, writes down what was found, and lets the gate act on it. Run by a timer, by CI's
 * evidence and by a person who asks; whoever comes second finds it done. A look is repeated when the ground moved under it.
 */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { WritingToken } from '../../gate/callers.ts';
import { checksStateOf } from '../../gate/checks.ts';
import type { GroupFacts } from '../../gate/facts.ts';
import {
  CHECKS_AGAIN_SECONDS,
  CHECKS_WAIT_SECONDS,
  GROUP_ATTEMPTS_MAX,
} from '../../gate/limits.ts';
import { reportChecks } from '../../gate/reporting.ts';
import { documentOf } from '../../gate/sequence.ts';
import type { Language } from '../../gate/vocabulary.ts';
import { personCallerOf } from '../../identity/person-caller.ts';
import type { Actor } from '../../store/events/append-events.ts';
import { findFindings, replaceFindings } from '../../store/evidence/findings.ts';
import { countObserved } from '../../store/evidence/observed.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { changeGroup, type Decided } from '../change-group.ts';
import { gatePerson } from '../gate-callers.ts';
import { groupOfDocument } from '../places.ts';
import { type Findings, readFindings } from './findings.ts';
import { fingerprintOf } from './look-at-clone.ts';
import { lookAtRevision } from './look-at-revision.ts';
import { readSubject, type Subject } from './read-subject.ts';
import { sentenceOf } from './sentence-of.ts';

/** Its verdicts are nobody's reading. */
const CHECKS_ACTOR: Actor = { kind: 'policy', id: 'checks', name: 'policy:checks' };

/** Returns when to look again, or null: it is no longer waiting, or nothing can change it. */
export async function verifyRevision(
  dependencies: Dependencies,
  call: Call,
  documentId: string,
): Promise<Date | null> {
  for (let attempt = 0; attempt < GROUP_ATTEMPTS_MAX; attempt += 1) {
    const subject = await readSubject(dependencies, documentId);
    if (subject === null) return null;
    const known = await knownFindings(dependencies, subject);
    const findings = known ?? (await lookAtRevision(dependencies, subject));
    const done = await report(dependencies, call, subject, findings, known === null);
    if (done) return nextLook(dependencies, subject, findings);
  }
  return new Date(dependencies.clock.now().getTime() + 1_000);
}

/** What was found before, where nothing it rests on has moved: neither a branch nor what CI has seen. */
async function knownFindings(
  dependencies: Dependencies,
  { documentId, revision, repository, observations, foundAt }: Subject,
): Promise<Findings | null> {
  const newest = observations.at(-1)?.at;
  if (foundAt === null || (newest !== undefined && newest >= foundAt)) return null;
  const row = await findFindings(dependencies.database.reader, documentId, revision);
  if (row === null) return null;
  const found = readFindings(row.content, `${documentId}@${revision}`);
  const now = await fingerprintOf(dependencies, repository);
  return found.fingerprint === now ? found : null;
}

/** False: the document or CI moved on meanwhile, so what was found is about something else. */
function report(
  dependencies: Dependencies,
  call: Call,
  subject: Subject,
  findings: Findings,
  isNew: boolean,
): Promise<boolean> {
  const options = { actor: CHECKS_ACTOR, judging: [subject.documentId] };
  return changeGroup<boolean>(
    dependencies,
    call,
    groupOfDocument(subject.documentId),
    options,
    (scene, now) => decide(dependencies, scene, subject, findings, { isNew, now }),
  );
}

async function decide(
  dependencies: Dependencies,
  scene: GroupScene,
  subject: Subject,
  findings: Findings,
  { isNew, now }: { readonly isNew: boolean; readonly now: Date },
): Promise<Decided<boolean>> {
  const { reader } = dependencies.database;
  const { documentId, revision } = subject;
  const document = documentOf(scene.facts, documentId);
  if (document === null || document.revision !== revision) return { settled: false };
  if ((await countObserved(reader, documentId, revision)) !== subject.observedCount) {
    return { settled: false };
  }
  const reasons = reasonsOf(dependencies, scene, findings);
  const ruling = reportChecks(scene.facts, {
    ...{ documentId, revision },
    checks: checksStateOf(findings.checks, isOverdue(subject, now)),
    contradicted: findings.claims.some(({ standing }) => standing === 'contradicted'),
    reasonIds: [...reasons.keys()],
    author: await authorOf(dependencies, scene.facts, document.authorId),
  });
  if (!isNew && ruling.changes.length === 0) return { settled: true };
  return {
    ...ruling,
    texts: { reasons },
    also: async (transaction) => {
      if (!isNew) return;
      const content = JSON.stringify(findings);
      await replaceFindings(transaction, { documentId, revision, content, foundAt: now });
    },
    answer: () => true,
  };
}

function isOverdue({ submittedAt }: Subject, now: Date): boolean {
  return now.getTime() - submittedAt.getTime() >= CHECKS_WAIT_SECONDS * 1000;
}

/** The failures of red required checks, in the project's language: they stay with the document. */
function reasonsOf(
  { newId, sentencesIn }: Dependencies,
  { record }: GroupScene,
  { checks }: Findings,
): Map<string, string> {
  const say = sentencesIn(record.projectLanguage as Language);
  const red = checks.filter(({ state, required }) => required && state === 'red');
  return new Map(
    red.flatMap(({ name, failures }) =>
      failures.map((failure) => [newId(), `${say.checks[name]}: ${sentenceOf(say, failure)}`]),
    ),
  );
}

/** The run that wrote it, with what its issuer may do now: it may go on by itself where that is allowed. */
async function authorOf(
  { database: { reader } }: Dependencies,
  facts: GroupFacts,
  authorId: string,
): Promise<WritingToken | null> {
  const token = facts.tokens.find(({ id }) => id === authorId);
  const run = facts.runs.find(({ tokenId, state }) => tokenId === authorId && state !== 'ended');
  if (token === undefined || run === undefined || run.mode === 'supervised') return null;
  if (run.state === 'paused') return null;
  const issuer = await personCallerOf(reader, token.issuerId);
  if (issuer === null) return null;
  const { mayWrite, mayJudge, roles } = gatePerson(issuer, facts.projectId);
  return {
    ...{ kind: 'token', token, run, issuerMayWrite: mayWrite, issuerMayJudge: mayJudge },
    issuerRoles: roles,
  };
}

function nextLook(
  { clock }: Dependencies,
  { state, required, repository }: Subject,
  { checks }: Findings,
): Date | null {
  const hasMore = repository !== null || required.length > 0 || checks.length > 0;
  if (state !== 'in_review' || !hasMore) return null;
  return new Date(clock.now().getTime() + CHECKS_AGAIN_SECONDS * 1000);
}
