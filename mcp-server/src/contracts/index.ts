/** What crosses a wire. The only path other packages may import. */
export * from '../gate/limits.ts';
export * from '../gate/vocabulary.ts';
export * from './audit.ts';
export * from './documents.ts';
export * from './events.ts';
export * from './evidence.ts';
export * from './groups.ts';
export * from './people.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './projects.ts';
export * from './questions.ts';
export * from './queue.ts';
export * from './runs.ts';
export * from './submit.ts';
export * from './tokens.ts';
export * from './work.ts';
