/** One document type: what it is for, its guide, its template and its fields. */
import { ReadTypeInput, TypeReadView } from '../../contracts/projects.ts';
import { problems } from '../../problems.ts';
import { action } from '../action.ts';
import { placeInReach, projectInReach } from './place-in-reach.ts';
import { typeView } from './type-view.ts';

export const readType = action({
  name: 'read_type',
  input: ReadTypeInput,
  output: TypeReadView,
  permission: 'project.read',
  place: ({ project }, call) => placeInReach(project, call),
  async run({ types }, call, { code, project }) {
    const type = await types.current(projectInReach(project, call), code);
    if (type === null) throw problems.notFound();
    return { type: typeView(type, call.say.language, call.caller.kind === 'person') };
  },
});
