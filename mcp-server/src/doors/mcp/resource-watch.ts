/** Turns what happens in watched projects into "this resource changed". One reader per project, however many listen. */
import type { ServerNotifier } from '@modelcontextprotocol/server';
import { perform } from '../../actions/action.ts';
import { type EventsView, readEvents } from '../../actions/events/read-events.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { sentencesIn } from '../../sentences/sentences.ts';

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

export function openResourceWatch(
  dependencies: Dependencies,
  notify: () => ServerNotifier,
): ResourceWatch {
  const watched = new Map<string, Watched>();

  async function look(projectId: string, project: Watched): Promise<void> {
    project.readAgain = project.reading;
    if (project.reading) return;
    project.reading = true;
    try {
      const { frames, position, more } = await readAfter(dependencies, projectId, project.position);
      project.position = position;
      project.readAgain ||= more;
      for (const uri of urisOf(frames)) notify().resourceUpdated(uri);
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

  return {
    begin(projectId) {
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

function urisOf(frames: EventsView['frames']): Set<string> {
  const uris = new Set<string>();
  for (const { document_id: document, group_id: group } of frames) {
    if (document !== null) uris.add(`flowgate://documents/${document}`);
    if (group !== null) uris.add(`flowgate://groups/${group}`);
  }
  return uris;
}
