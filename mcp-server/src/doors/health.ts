/** Whether the process lives, and whether it can work. Open to everybody, and telling nothing else. */
import type { Request, Response } from 'express';
import type { Dependencies } from '../dependencies.ts';
import { HTTP } from './http-status.ts';

/** Probes come often; a database that answers slower than this isn't ready. */
const DATABASE_MILLISECONDS_MAX = 3_000;

export function healthy(_request: Request, response: Response): void {
  response.json({ status: 'ok' });
}

/** `isMigrated` says whether the database is at this version's last migration. */
export function ready(
  { database, log }: Dependencies,
  isMigrated: () => Promise<boolean>,
  stopping: AbortSignal,
) {
  return async (_request: Request, response: Response): Promise<void> => {
    if (stopping.aborted) {
      response.status(HTTP.unavailable).json({ status: 'stopping' });
      return;
    }
    try {
      const work = Promise.all([isMigrated(), database.ping()]);
      const [migrated] = await Promise.race([work, tooLate()]);
      response.status(migrated ? HTTP.ok : HTTP.unavailable).json({
        status: migrated ? 'ready' : 'unavailable',
        database: 'ok',
        migrations: migrated ? 'applied' : 'pending',
      });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      response.status(HTTP.unavailable).json({ status: 'unavailable', database: 'no answer' });
    }
  };
}

function tooLate(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('no answer in time')), DATABASE_MILLISECONDS_MAX).unref();
  });
}
