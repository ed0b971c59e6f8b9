/** The handoff of a token as it reads today: what the next worker needs, without the secret, which nobody has any more. */
import { HandoffView, TokenInput } from '../../contracts/tokens.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { problems } from '../../problems.ts';
import { findProject } from '../../store/projects/projects.ts';
import { tokenFactsOf } from '../../store/tokens/token-facts.ts';
import { findToken, type TokenRecord } from '../../store/tokens/tokens.ts';
import { action } from '../action.ts';
import { readScene } from '../change-group.ts';
import { handoffOf, handoffOfProject } from './handoff-of.ts';
import { placeOfToken } from './place-of-token.ts';
import { tokenViews } from './token-view.ts';

export const readHandoff = action({
  name: 'read_handoff',
  input: TokenInput,
  output: HandoffView,
  permission: 'token.read',
  place: (input, _call, dependencies) => placeOfToken(input, dependencies),
  async run(dependencies, call, { token_id: id }) {
    const row = await findToken(dependencies.database.reader, id);
    if (row === null) throw problems.notFound();
    const [token] = await tokenViews(dependencies, [row]);
    if (token === undefined) throw new Error('a token was read without a view');
    return { token, handoff: await textOf(dependencies, call, row) };
  },
});

async function textOf(dependencies: Dependencies, call: Call, row: TokenRecord): Promise<string> {
  const { database, clock } = dependencies;
  const token = tokenFactsOf(row);
  if (row.groupId !== null) {
    const scene = await readScene(dependencies, call, row.groupId, clock.now(), {});
    return handoffOf(dependencies, call, scene, token);
  }
  const project = await findProject(database.reader, row.projectId);
  if (project === null) throw problems.notFound();
  return handoffOfProject(dependencies, call, project, token);
}
