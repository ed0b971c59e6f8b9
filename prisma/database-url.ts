/** Reads a database's address: which of the three it is, and how to name it in a message without its password. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Provider } from './compose-schemas.ts';

export type DatabaseAddress =
  | { provider: 'sqlite'; file: string; shown: string }
  | { provider: 'postgresql'; url: URL; shown: string }
  | { provider: 'mysql'; url: URL; shown: string };

const PROVIDER_OF_SCHEME: Readonly<Record<string, Provider>> = {
  'file:': 'sqlite',
  'postgresql:': 'postgresql',
  'postgres:': 'postgresql',
  'mysql:': 'mysql',
  'mariadb:': 'mysql',
};

const EXAMPLES =
  'Write file:./data/flowgate.db, postgresql://user:password@host:5432/flowgate or mysql://user:password@host:3306/flowgate.';

/** Throws a sentence that never holds the address itself: a mistyped one may show its password. */
export function parseDatabaseUrl(address: string): DatabaseAddress {
  const scheme = /^[a-z]+:/.exec(address)?.[0];
  const provider = scheme === undefined ? undefined : PROVIDER_OF_SCHEME[scheme];
  if (!provider) {
    throw new Error(`The database address begins with none of the known schemes. ${EXAMPLES}`);
  }
  if (provider === 'sqlite') return parseFile(address);
  if (!URL.canParse(address)) {
    throw new Error(
      `The database address can't be read. Percent-encode what is special in its password. ${EXAMPLES}`,
    );
  }
  const url = new URL(address);
  const database = url.pathname.slice(1);
  if (database === '') throw new Error(`The database address names no database. ${EXAMPLES}`);
  return { provider, url, shown: `${scheme}//${url.host}/${database}` };
}

function parseFile(address: string): DatabaseAddress {
  const path = address.replace(/^file:(\/\/(?=\/))?/, '').replace(/\?.*$/, '');
  if (path === '' || path === ':memory:') {
    throw new Error('An SQLite address must name a file: several connections share it.');
  }
  const file = resolve(path);
  return { provider: 'sqlite', file, shown: `file:${file}` };
}

/** Makes the folder of an SQLite file, as a first start finds none. Its owner's alone: the file holds everything. */
export function makeFolderOf(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
}
