/** A document type as an agent reads it: what it is for, how a good one looks, what fields it has. */
import type { z } from 'zod';
import type { ReadInput, ReadView } from '../../contracts/work.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { textPart } from '../text-part.ts';
import { typeView } from './type-view.ts';

export async function readTypePart(
  { types }: Dependencies,
  call: Call,
  { id, offset }: z.output<typeof ReadInput>,
): Promise<z.input<typeof ReadView>> {
  const projectId = call.caller.kind === 'agent' ? call.caller.token.projectId : null;
  const type = await types.current(projectId, id);
  if (type === null) throw problems.notFound();
  const { guide, template, ...facts } = typeView(type, call.say.language);
  return {
    id,
    kind: 'type',
    part: 'body',
    facts: { ...facts, template },
    ...textPart(call.say, guide, offset),
  };
}
