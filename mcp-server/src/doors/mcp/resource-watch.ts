/** Turns what happens in watched projects into "this resource changed". One reader per project, however many listen. */
import { perform } from '../../actions/action.ts';
import { EVERYBODYS_LOG, type EventsView, readEvents } from '../../actions/events/read-events.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { AgentCaller } from '../../identity/caller.ts';
import { sentencesIn } from '../../sentences/sentences.ts';
import type { ProjectEventBus } from './project-event-bus.ts';

export interface ResourceWatch {
  /** Watches a project until the returned function is called. */
  begin(projectId: string): () => void;
}

interface Watched {
  listeners: number;
  position: number | undefined;
  reading: boolean;
  readAgain: boolean;
  stop: () => void;
}

export function openResourceWatch(dependencies: Dependencies, bus: ProjectEventBus): ResourceWatch {
  const watched = new Map<string, Watched>();

  async function look(projectId: string, project: Watched): Promise<void> {
    project.readAgain = project.reading;
    if (project.reading) return;
    project.reading = true;
    try {
      const { frames, position, more } = await readAfter(dependencies, projectId, project.position);
      project.position = position;
      project.readAgain ||= more;
      tell(bus, projectId, frames);
      tellOfTypes(bus, projectId, frames);
    } catch (error) {
      dependencies.log.warn({ err: error, project: projectId }, 'resource watch');
    } finally {
      project.reading = false;
    }
    if (project.readAgain && watched.get(projectId) === project) void look(projectId, project);
  }

  function watch(projectId: string): Watched {
    const project: Watched = {
      listeners: 0,
      position: undefined,
      reading: false,
      readAgain: false,
      stop: () => undefined,
    };
    project.stop = dependencies.announcer.subscribe(projectId, () => void look(projectId, project));
    watched.set(projectId, project);
    void look(projectId, project);
    return project;
  }

  function begin(projectId: string): () => void {
    const project = watched.get(projectId) ?? watch(projectId);
    project.listeners += 1;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      project.listeners -= 1;
      if (project.listeners > 0) return;
      project.stop();
      watched.delete(projectId);
    };
  }

  return {
    begin(projectId) {
      // The installation's types are every project's.
      const ends = [begin(projectId), begin(EVERYBODYS_LOG)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function readAfter(
  dependencies: Dependencies,
  project: string,
  after: number | undefined,
): Promise<EventsView> {
  const call: Call = {
    caller: { kind: 'system' },
    say: sentencesIn('en'),
    requestId: 'resource-watch',
    address: '',
    userAgent: '',
  };
  return perform(readEvents, dependencies, call, {
    project,
    ...(after === undefined ? {} : { after }),
  });
}

/** What is told of the types is read by every token in reach, that of one group too. */
function tellOfTypes(bus: ProjectEventBus, log: string, frames: EventsView['frames']): void {
  const changed = frames.flatMap(({ type }) => type ?? []);
  if (changed.length === 0) return;
  const mayHear = ({ token }: AgentCaller) => log === EVERYBODYS_LOG || token.projectId === log;
  const uris = ['flowgate://types', ...changed.map((code) => `flowgate://types/${code}`)];
  for (const uri of new Set(uris)) bus.publishTo(mayHear, { kind: 'resource_updated', uri });
  bus.publishTo(mayHear, { kind: 'resources_list_changed' });
}

/** After these a list of resources may have another length. */
const LIST_CHANGES = new Set(['document.submitted', 'document.withdrawn', 'group.opened']);

function tell(bus: ProjectEventBus, projectId: string, frames: EventsView['frames']): void {
  const mayHear = ({ token }: AgentCaller, groupId: string | null) =>
    token.projectId === projectId && (token.groupId === null || token.groupId === groupId);
  for (const [uri, groupId] of changedBy(frames)) {
    bus.publishTo((caller) => mayHear(caller, groupId), { kind: 'resource_updated', uri });
  }
  const grown = frames.filter(({ kind }) => LIST_CHANGES.has(kind));
  for (const groupId of new Set(grown.map(({ group_id }) => group_id))) {
    bus.publishTo((caller) => mayHear(caller, groupId), { kind: 'resources_list_changed' });
  }
}

/** Addresses of what changed, with the group each stands in. */
function changedBy(frames: EventsView['frames']): Map<string, string | null> {
  const changed = new Map<string, string | null>();
  for (const { document_id: document, group_id: group } of frames) {
    if (document !== null) changed.set(`flowgate://documents/${document}`, group);
    if (group !== null) changed.set(`flowgate://groups/${group}`, group);
  }
  return changed;
}
