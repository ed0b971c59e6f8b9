/** `flowgate project`: bodies of work. */
import type { Command } from 'commander';
import { perform } from '../actions/action.ts';
import { createProject } from '../actions/projects/create-project.ts';
import { listProjects } from '../actions/projects/list-projects.ts';
import { setMember } from '../actions/projects/set-member.ts';
import { inHouse } from './open-house.ts';
import { columns, print } from './print.ts';
import { callFrom, type JsonOption, run, withJson } from './run-verb.ts';

interface CreateOptions extends JsonOption {
  readonly slug: string;
  readonly title?: string;
  readonly language?: string;
  readonly fourEyes?: boolean;
  readonly maintainer?: string;
}

const CALL = callFrom({ kind: 'system' });

export function addProject(program: Command): void {
  const project = program.command('project').description('projects');
  withJson(project.command('create'))
    .description('begin a project')
    .requiredOption('--slug <slug>', 'its short name in every id, such as shop')
    .option('--title <title>', 'how it is shown; by default the slug')
    .option('--language <language>', 'of the texts the server writes: en, ko or ja')
    .option('--four-eyes', 'whoever issued a token may not approve its work')
    .option('--maintainer <username>', 'who runs it; without one only admins can')
    .action(run(create));
  withJson(project.command('list')).description('every project').action(run(list));
}

async function create(options: CreateOptions): Promise<void> {
  const { slug, title = slug, language, fourEyes: four_eyes, maintainer } = options;
  const answer = await inHouse(async (dependencies) => {
    const made = await perform(createProject, dependencies, CALL, {
      slug,
      title,
      language,
      four_eyes,
    });
    if (maintainer !== undefined) {
      const member = { project: slug, username: maintainer, role: 'maintainer' };
      await perform(setMember, dependencies, CALL, member);
    }
    return made;
  });
  const by = maintainer === undefined ? '' : ` ${maintainer} is its maintainer.`;
  print(options.json === true, answer, [`The project ${slug} has begun.${by}`]);
}

async function list({ json }: JsonOption): Promise<void> {
  const answer = await inHouse((dependencies) => perform(listProjects, dependencies, CALL, {}));
  const rows = answer.projects.map((each) => [
    each.slug,
    each.title,
    each.language,
    each.archived ? 'archived' : '',
  ]);
  print(json === true, answer, columns(['SLUG', 'TITLE', 'LANGUAGE', ''], rows));
}
