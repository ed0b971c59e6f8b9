/** What a handoff for a group rests on, read and written down. */
import type { Call, Dependencies } from '../../dependencies.ts';
import type { TokenFacts } from '../../gate/facts.ts';
import { headOf } from '../../gate/sequence.ts';
import type { GroupScene } from '../../store/groups/read-group.ts';
import { writeHandoff } from './write-handoff.ts';

/** For a token bound to this group. One statement where the last verdict left reasons open, none else. */
export async function handoffOf(
  { database, config }: Dependencies,
  { say }: Call,
  { record, facts }: GroupScene,
  token: TokenFacts,
): Promise<string> {
  const stepId = token.stepId ?? headOf(facts)?.id;
  const document = facts.documents.find((candidate) => candidate.stepId === stepId);
  const open = document?.openReasonIds ?? [];
  const reasons =
    open.length === 0
      ? []
      : await database.reader.reason.findMany({
          where: { id: { in: [...open] } },
          orderBy: { number: 'asc' },
          select: { id: true, revision: true, text: true },
        });
  return writeHandoff(say, {
    publicUrl: config.publicUrl,
    group: facts,
    groupTitle: record.title,
    token,
    titles: new Map(record.documents.map(({ id, title }) => [id, title])),
    reasons,
    instructions: record.projectInstructions,
  });
}

/** For a token bound to no group: `continue` says where there is work. */
export function handoffOfProject(
  { config }: Pick<Dependencies, 'config'>,
  { say }: Pick<Call, 'say'>,
): string {
  return [
    say.handoff('intro'),
    say.handoff('connect_lines', { address: `${config.publicUrl}/mcp` }),
    say.handoff('connect_missing'),
    say.handoff('rules_lines'),
  ].join('\n\n');
}
