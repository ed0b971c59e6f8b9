/** One open stream: woken by the announcer, it reads the log and writes what its caller may hear. It keeps no queue: the log is one. */
import type { ServerResponse } from 'node:http';
import { perform } from '../../actions/action.ts';
import { readEvents } from '../../actions/events/read-events.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import { Problem } from '../../problems.ts';
import { eventIdOf } from './event-id.ts';
import { writeFrame } from './frame-writer.ts';

export class EventStream {
  readonly #dependencies: Dependencies;
  readonly #response: ServerResponse;
  readonly #positions: Map<string, number>;
  readonly #unsubscribe = new Map<string, () => void>();
  readonly #dirty = new Set<string>();
  #call: Call;
  #writing = false;
  #written: Promise<void> = Promise.resolve();

  /** `positions` are where the client left each project. */
  constructor(
    dependencies: Dependencies,
    response: ServerResponse,
    call: Call,
    positions: ReadonlyMap<string, number>,
  ) {
    this.#dependencies = dependencies;
    this.#response = response;
    this.#call = call;
    this.#positions = new Map(positions);
  }

  /** Listens to exactly these projects from now on, on behalf of the caller as they are now. */
  follow(call: Call, projects: readonly string[]): void {
    this.#call = call;
    for (const [project, stop] of this.#unsubscribe) {
      if (projects.includes(project)) continue;
      stop();
      this.#unsubscribe.delete(project);
      this.#positions.delete(project);
    }
    for (const project of projects) {
      if (this.#unsubscribe.has(project)) continue;
      const wake = () => this.#wake(project);
      this.#unsubscribe.set(project, this.#dependencies.announcer.subscribe(project, wake));
      wake();
    }
  }

  /** Says that the line lives, and from where it can be resumed. Not before it stands where it begins. */
  async ping(): Promise<void> {
    await this.#written;
    await writeFrame(this.#response, { event: 'ping', id: this.#id(), data: {} });
  }

  /** Tells the client to read everything again. */
  resync(): Promise<void> {
    return writeFrame(this.#response, { event: 'resync', id: this.#id(), data: {} });
  }

  close(): void {
    for (const stop of this.#unsubscribe.values()) stop();
    this.#unsubscribe.clear();
    this.#dirty.clear();
  }

  #wake(project: string): void {
    this.#dirty.add(project);
    if (!this.#writing) this.#written = this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#writing = true;
    try {
      for (const project of this.#dirty) {
        this.#dirty.delete(project);
        await this.#writeProject(project);
      }
    } catch (error) {
      // A right lost this moment shows as a Problem; the next look at the caller sorts it out.
      if (!(error instanceof Problem)) this.#dependencies.log.error({ err: error }, 'event stream');
      this.#response.destroy();
    } finally {
      this.#writing = false;
    }
  }

  async #writeProject(project: string): Promise<void> {
    const after = this.#positions.get(project);
    const { frames, position, resync, more } = await perform(
      readEvents,
      this.#dependencies,
      this.#call,
      { project, ...(after === undefined ? {} : { after }) },
    );
    if (!this.#unsubscribe.has(project)) return;
    for (const frame of frames) {
      this.#positions.set(project, frame.position);
      await writeFrame(this.#response, { event: frame.kind, id: this.#id(), data: frame });
    }
    this.#positions.set(project, position);
    if (resync) await this.resync();
    if (more) this.#dirty.add(project);
  }

  #id(): string {
    return eventIdOf(this.#positions);
  }
}
