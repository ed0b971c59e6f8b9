/** Fetches the clients before the first test, and tells the tests where they are. */
import type { TestProject } from 'vitest/node';
import { type ClientPrograms, fetchClients } from './fetch-clients.ts';

export function setup(project: TestProject): void {
  project.provide('clientPrograms', fetchClients());
}

declare module 'vitest' {
  interface ProvidedContext {
    clientPrograms: ClientPrograms;
  }
}
