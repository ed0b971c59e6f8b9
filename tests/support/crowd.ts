/** People and agents who do random things in a group through the real actions, on either of two processes. */
import { perform } from '../../mcp-server/src/actions/action.ts';
import { approveDocument } from '../../mcp-server/src/actions/documents/approve-document.ts';
import { confirmDocument } from '../../mcp-server/src/actions/documents/confirm-document.ts';
import { rejectDocument } from '../../mcp-server/src/actions/documents/reject-document.ts';
import { reopenDocument } from '../../mcp-server/src/actions/documents/reopen-document.ts';
import { requestRevision } from '../../mcp-server/src/actions/documents/request-revision.ts';
import { submitDocument } from '../../mcp-server/src/actions/documents/submit-document.ts';
import { withdrawDocument } from '../../mcp-server/src/actions/documents/withdraw-document.ts';
import { seedShipped } from '../../mcp-server/src/actions/projects/seed-shipped.ts';
import { answerQuestion } from '../../mcp-server/src/actions/questions/answer-question.ts';
import { clarify } from '../../mcp-server/src/actions/questions/clarify.ts';
import { pauseRun, resumeRun } from '../../mcp-server/src/actions/runs/control-run.ts';
import { issueToken } from '../../mcp-server/src/actions/tokens/issue-token.ts';
import { revokeToken } from '../../mcp-server/src/actions/tokens/revoke-token.ts';
import { arrangeSequence } from '../../mcp-server/src/actions/workflow/arrange-sequence.ts';
import { continueWork } from '../../mcp-server/src/actions/workflow/continue-work.ts';
import { openGroup } from '../../mcp-server/src/actions/workflow/open-group.ts';
import type { Dependencies } from '../../mcp-server/src/dependencies.ts';
import { authenticateAgent } from '../../mcp-server/src/identity/agent-tokens.ts';
import type { Caller } from '../../mcp-server/src/identity/caller.ts';
import { callBy, type House, openHouse } from './house.ts';
import { addPerson, addProject } from './people.ts';
import { CLAIM, TASK } from './stories.ts';

export type Actor =
  | 'submit'
  | 'approve'
  | 'request_revision'
  | 'reject'
  | 'reopen'
  | 'confirm'
  | 'withdraw'
  | 'continue'
  | 'ask'
  | 'answer'
  | 'arrange'
  | 'plan'
  | 'pause'
  | 'resume'
  | 'revoke'
  | 'restart';

export interface Deed {
  readonly verb: Actor;
  readonly who: number;
  readonly what: number;
}

export interface CrowdedGroup {
  readonly id: string;
  /** Whatever the gate says to it; only a defect is thrown. */
  does(deed: Deed): Promise<void>;
  /** Of all that happened. */
  kinds(): Promise<string[]>;
}

export interface Crowd {
  readonly house: House;
  openGroup(unattended: boolean): Promise<CrowdedGroup>;
  close(): Promise<void>;
}

const REQUIREMENT =
  '# Free shipping\n\n## Acceptance criteria\n\n1. An order of 50.01 EUR ships free.\n';

export async function openCrowd(): Promise<Crowd> {
  const house = await openHouse();
  await seedShipped(house);
  await addProject(house, 'shop');
  const grace = await addPerson(house, 'grace', { roles: { shop: 'maintainer' } });
  const rita = await addPerson(house, 'rita', { roles: { shop: 'reviewer' } });
  const walt = await addPerson(house, 'walt', { roles: { shop: 'author' } });
  const people: Caller[] = [grace, rita, walt];
  /** A restart is another process that takes over; the one before may still be at work. */
  let process: Dependencies = house;
  let serial = 0;

  return {
    house,
    close: () => house.close(),
    async openGroup(unattended) {
      const root = { type: 'R', title: 'Free shipping', body: REQUIREMENT };
      const opened = { project: 'shop', title: 'Free shipping', preset: 'simple', root };
      const { group } = await perform(openGroup, house, callBy(grace), opened);
      const issue = async (more: object) => {
        const asked = { project: 'shop', group: group.id, ...more };
        const { token, secret } = await perform(issueToken, house, callBy(grace), asked);
        return { id: token.id, secret };
      };
      const author = ['read', 'submit', 'clarify', 'continue', 'plan'];
      const mode = unattended ? 'unattended' : 'supervised';
      const tokens = [
        await issue({ kind: 'continuation', mode, scopes: author }),
        await issue({ kind: 'step' }),
        await issue({ kind: 'continuation', scopes: author }),
      ];

      const does = async ({ verb, who, what }: Deed): Promise<void> => {
        serial += 1;
        const mine = serial;
        const here = process;
        const { reader } = here.database;
        if (verb === 'restart') {
          if (mine % 4 === 0) process = await house.secondProcess();
          return;
        }
        const person = pick(people, who) ?? grace;
        const agent = await agentOf(here, pick(tokens, who)?.secret ?? '');
        const documents = await reader.document.findMany({
          where: { groupId: group.id },
          orderBy: { number: 'asc' },
        });
        const document = pick(documents, what);
        const on = document && { document_id: document.id, revision: document.revision };
        const run = pick(await reader.run.findMany({ where: { groupId: group.id } }), what);
        const by = (caller: Caller) => callBy(caller);
        const why = `Reason ${mine}.`;
        switch (verb) {
          case 'submit': {
            if (agent === null) return;
            const head = await headOf(here, group.id);
            const sent = head?.document?.state === 'revision_requested' ? head.document : null;
            const open = sent
              ? await reader.reason.findMany({
                  where: { documentId: sent.id, response: null, setAsideAt: null },
                })
              : [];
            const report = head?.series === 'report';
            await perform(submitDocument, here, by(agent), {
              title: `Handed in ${what % 3 === 0 ? 'again' : mine}`,
              body: TASK,
              ...(report ? { claims: [CLAIM] } : {}),
              ...(sent ? { document_id: sent.id } : {}),
              responses: open.map(({ id }) => ({ reason_id: id, text: 'Done.' })),
            });
            return;
          }
          case 'plan':
            if (agent !== null) {
              await perform(submitDocument, here, by(agent), {
                ...{ type: 'WP', title: `Plan ${mine}`, body: 'So.\n' },
                fields: { steps: [{ type: 'T' }, { type: what % 2 === 0 ? 'TS' : 'D' }] },
              });
            }
            return;
          case 'continue':
            if (agent !== null) await perform(continueWork, here, by(agent), {});
            return;
          case 'ask':
            if (agent !== null) {
              const question = { text: `Question ${mine}?`, blocking: what % 2 === 0 };
              await perform(clarify, here, by(agent), { questions: [question] });
            }
            return;
          case 'answer': {
            const questions = await reader.question.findMany({
              where: { groupId: group.id, state: 'open' },
            });
            const question = pick(questions, what);
            if (question === undefined) return;
            const answer = { question_id: question.id, text: 'Net.' };
            await perform(answerQuestion, here, by(person), answer);
            return;
          }
          case 'arrange': {
            const row = await reader.group.findUniqueOrThrow({ where: { id: group.id } });
            const pending = await reader.step.findMany({
              where: { groupId: group.id, document: null, series: { not: 'closing' } },
              orderBy: { number: 'asc' },
            });
            const kept = pending.slice(what % 2).map(({ id, type }) => ({ id, type }));
            await perform(arrangeSequence, here, by(person), {
              ...{ group_id: group.id, version: row.sequenceVersion },
              steps: [...kept, ...(what % 3 === 0 ? [{ type: 'D' }] : [])],
            });
            return;
          }
          case 'revoke':
            if (what === 0 && tokens[1]) {
              await perform(revokeToken, here, by(grace), { token_id: tokens[1].id });
            }
            return;
          case 'pause':
          case 'resume':
            if (run) {
              const control = verb === 'pause' ? pauseRun : resumeRun;
              await perform(control, here, by(person), { run_id: run.id });
            }
            return;
          case 'approve':
            // Those who judge mostly look at what waits.
            await perform(approveDocument, here, by(person), waitingOr(documents, on, what));
            return;
          case 'confirm':
            if (on) await perform(confirmDocument, here, by(person), on);
            return;
          case 'withdraw':
            if (on) await perform(withdrawDocument, here, by(person), on);
            return;
          case 'request_revision':
            await perform(requestRevision, here, by(person), {
              ...waitingOr(documents, on, what),
              reason: why,
            });
            return;
          case 'reject':
            if (on && what % 4 === 0) {
              await perform(rejectDocument, here, by(person), { ...on, reason: why });
            }
            return;
          case 'reopen': {
            const approved = pick(
              documents.filter(({ state }) => state === 'approved' || state === 'rejected'),
              what,
            );
            if (approved === undefined) return;
            const reopened = { document_id: approved.id, revision: approved.revision };
            await perform(reopenDocument, here, by(person), { ...reopened, reason: why });
            return;
          }
        }
      };

      return {
        id: group.id,
        does: async (deed) => {
          try {
            await does(deed);
          } catch (error) {
            // A refusal, a fault, a right that is missing: that is what the gate is for. Anything else is a defect.
            if (!(error instanceof Error && error.name === 'Problem')) throw error;
          }
        },
        kinds: async () => {
          const where = { groupId: group.id };
          const events = await house.database.reader.event.findMany({ where });
          return events.map(({ kind }) => kind);
        },
      };
    },
  };
}

/** As the door would know it; null once it is refused there. */
async function agentOf(dependencies: Dependencies, secret: string): Promise<Caller | null> {
  try {
    return await authenticateAgent(dependencies, secret);
  } catch {
    return null;
  }
}

async function headOf({ database: { reader } }: Dependencies, groupId: string) {
  const steps = await reader.step.findMany({
    where: { groupId },
    orderBy: { number: 'asc' },
    include: { document: true },
  });
  return steps.find(({ document }) => document?.state !== 'approved');
}

type On = { readonly document_id: string; readonly revision: number };

function waitingOr(
  documents: readonly { id: string; revision: number; state: string }[],
  otherwise: On | undefined,
  index: number,
): On {
  const waits = pick(
    documents.filter(({ state }) => state === 'in_review'),
    index,
  );
  const { document_id = 'shop.default.0001.0001-R', revision = 1 } = waits
    ? { document_id: waits.id, revision: waits.revision }
    : (otherwise ?? {});
  return { document_id, revision };
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}
