/** Opens everything an action is handed, and closes it again in the opposite order. */
import { randomBytes } from 'node:crypto';
import { type Database, type OpenDatabaseOptions, openDatabase } from '@flowgate/database';
import type { DestinationStream, Logger } from 'pino';
import type { Announcer } from './announcer/announcer.ts';
import { openAnnouncer } from './announcer/open-announcer.ts';
import type { Config } from './config.ts';
import type { Dependencies } from './dependencies.ts';
import { openKeyRing } from './identity/key-file.ts';
import { openLog } from './open-log.ts';
import { callOutside, DEFAULT_RULES } from './outgoing/call-outside.ts';
import { sentencesIn } from './sentences/sentences.ts';
import { positionsOf } from './store/events/list-events.ts';
import { openTypeCatalogue } from './store/types/type-catalogue.ts';

const ID_BYTES = 16;

export interface OpenedDependencies extends Dependencies {
  close(): Promise<void>;
}

export interface BuildOptions extends OpenDatabaseOptions {
  readonly clock?: { now(): Date };
  /** Where the log goes; stdout by default. */
  readonly logTo?: DestinationStream;
}

/** The database must be migrated before. Throws a sentence when it can't be opened or the keys can't be read. */
export async function buildDependencies(
  config: Config,
  { clock = { now: () => new Date() }, logTo, ...options }: BuildOptions = {},
): Promise<OpenedDependencies> {
  const log = openLog(config.logLevel, logTo);
  const keys = await openKeyRing(config);
  const database = await openDatabase(config.databaseUrl, options);
  const announcer = openAnnouncerOf(config, database, log);
  return {
    config,
    database,
    announcer,
    clock,
    newId: () => randomBytes(ID_BYTES).toString('base64url'),
    keys,
    types: openTypeCatalogue(database.reader),
    log,
    callOutside: (request) =>
      callOutside(request, { ...DEFAULT_RULES, allowedHosts: config.outgoingHosts }),
    sentencesIn,
    close: async () => {
      await announcer.close();
      await database.close();
    },
  };
}

function openAnnouncerOf(config: Config, database: Database, log: Logger): Announcer {
  return openAnnouncer(
    config,
    (projectIds) => positionsOf(database.reader, projectIds),
    (error) => log.warn({ err: error }, 'announcer'),
  );
}
