/** `flowgate migrate`: where the database stands, and bringing it up to date without starting the server. */
import { applyMigrations, type MigrationStatus, migrationStatus } from '@flowgate/database/migrate';
import type { Command } from 'commander';
import { loadConfig } from '../config.ts';
import { print } from './print.ts';
import { type JsonOption, run, withJson } from './run-verb.ts';

/** What each state means, and what to do about it. */
export const MIGRATION_STATES: Readonly<Record<MigrationStatus['state'], string>> = {
  ready: 'The database is up to date.',
  pending: 'Migrations are waiting. The next start applies them, or `pnpm flowgate migrate apply`.',
  interrupted: 'A migration was begun and never finished. Restore the backup from before it.',
  newer:
    'A newer version has migrated this database. Start that version, or restore the backup from before it.',
  changed: 'A migration was applied in another wording. Start a released version.',
};

export function addMigrate(program: Command): void {
  const migrate = program.command('migrate').description('the tables of the database');
  withJson(migrate.command('status'))
    .description('where the database stands; ends with 1 when a person is needed')
    .action(run(status));
  withJson(migrate.command('apply'))
    .description('bring the database up to date; an SQLite file is copied first')
    .action(run(apply));
}

async function status({ json }: JsonOption): Promise<void> {
  const found = await migrationStatus(loadConfig().databaseUrl);
  const { state, applied, pending, interrupted, unknown, changed } = found;
  print(json === true, found, [
    MIGRATION_STATES[state],
    ...applied.map((name) => `  applied      ${name}`),
    ...pending.map((name) => `  pending      ${name}`),
    ...interrupted.map((name) => `  interrupted  ${name}`),
    ...unknown.map((name) => `  unknown      ${name}`),
    ...changed.map((name) => `  changed      ${name}`),
  ]);
  if (state !== 'ready' && state !== 'pending') process.exitCode = 1;
}

async function apply({ json }: JsonOption): Promise<void> {
  const done = await applyMigrations(loadConfig().databaseUrl);
  const copy = done.copy === undefined ? [] : [`A copy from before is at ${done.copy}.`];
  print(json === true, done, [
    done.applied.length === 0 ? MIGRATION_STATES.ready : `Applied ${done.applied.join(', ')}.`,
    ...copy,
  ]);
}
