/** A long list as JSON Lines: page by page as the client takes it, so that neither side holds all of it. */
import { once } from 'node:events';
import type { Response } from 'express';
import { perform } from '../../actions/action.ts';
import type { Call, Dependencies } from '../../dependencies.ts';
import type { Route } from './route.ts';

interface Page {
  readonly entries: readonly unknown[];
  readonly cursor: string | null;
}

/** A failure before the first line is a problem; later the answer breaks off, and the client sees that it did. */
export async function sendLines(
  row: Route,
  dependencies: Dependencies,
  call: Call,
  response: Response,
  input: Record<string, unknown>,
): Promise<void> {
  const read = async (more: object) =>
    (await perform(row.action, dependencies, call, { ...input, ...more })) as Page;
  let page = await read({});
  response
    .status(row.status)
    .setHeader('Cache-Control', 'no-store')
    .setHeader('Content-Disposition', `attachment; filename="${row.action.name}.jsonl"`)
    .type('application/jsonl');
  for (;;) {
    const lines = page.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    if (!response.write(lines)) await Promise.race([once(response, 'drain'), left(response)]);
    if (page.cursor === null || response.destroyed) break;
    page = await read({ cursor: page.cursor });
  }
  response.end();
}

function left(response: Response): Promise<unknown> {
  return response.destroyed ? Promise.resolve() : once(response, 'close');
}
