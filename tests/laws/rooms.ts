/** The plan of the house: which room of the server may import which. The README's walk rests on it. */

export interface Room {
  /** Rooms, or files of rooms. A room may always import from itself. */
  readonly rooms: readonly string[];
  /** Packages; Node's own count as one, `node`. */
  readonly packages: readonly string[];
}

/** Rooms are folders and files of mcp-server/src, and what ships beside them. */
export const ROOMS: Readonly<Record<string, Room | 'all'>> = {
  // The rules are pure: neither a clock nor a random number can slip in through an import.
  gate: { rooms: [], packages: [] },
  contracts: { rooms: ['gate/vocabulary', 'gate/event-kinds', 'gate/limits'], packages: ['zod'] },
  problems: { rooms: ['gate'], packages: [] },
  sentences: {
    rooms: ['gate/vocabulary', 'gate/event-kinds', 'gate/refusals', 'problems'],
    packages: [],
  },
  config: { rooms: [], packages: ['zod', 'node'] },
  announcer: { rooms: ['problems'], packages: ['pg', 'redis', 'node'] },
  // What the server sees itself, in a clone or in a report: it reads, runs git to look, and knows no database.
  witness: { rooms: ['gate/limits'], packages: ['diff', 'sax', 'node'] },
  store: { rooms: ['gate', 'problems'], packages: ['@flowgate/database', 'node'] },
  identity: {
    rooms: ['gate', 'contracts', 'store', 'problems'],
    packages: [
      '@flowgate/database',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
      '@zxcvbn-ts/language-en',
      'bcryptjs',
      'jsonwebtoken',
      'qrcode',
      'speakeasy',
      'node',
    ],
  },
  actions: {
    rooms: [
      'gate',
      'contracts',
      'store',
      'identity',
      'announcer',
      'problems',
      'dependencies',
      'outgoing',
      'shipped',
      'witness',
    ],
    packages: [
      '@flowgate/database',
      'zod',
      'node',
      '@secretlint/secretlint-rule-preset-recommend',
      'ajv',
      'canonicalize',
      'diff',
      'mdast-util-from-markdown',
      'mdast-util-to-string',
    ],
  },
  doors: {
    rooms: [
      'contracts',
      'actions',
      'identity',
      'announcer',
      'problems',
      'sentences',
      'dependencies',
      // Its type: settings arrive with the dependencies.
      'config',
      'package.json',
    ],
    packages: [
      'express',
      '@fastify/busboy',
      '@modelcontextprotocol/express',
      '@modelcontextprotocol/node',
      '@modelcontextprotocol/server',
      'cookie',
      'redis',
      'zod',
      'node',
    ],
  },
  // The administrator's own door: it opens the house itself, so it knows more of it than the other doors.
  cli: {
    rooms: [
      'actions',
      'contracts',
      'identity',
      'problems',
      'sentences',
      'dependencies',
      'build-dependencies',
      'config',
      'doors/rest/problem-details',
      // The doctor looks at what no action shows.
      'store/installation/installation',
      'store/people/people',
    ],
    packages: [
      '@flowgate/database',
      '@modelcontextprotocol/client',
      '@modelcontextprotocol/server',
      'commander',
      'zod',
      'node',
    ],
  },
  shipped: { rooms: ['gate/vocabulary', 'gate/facts'], packages: ['zod', 'node'] },
  // The one way out, for addresses that somebody else chose: it knows nothing of the house.
  outgoing: { rooms: [], packages: ['ipaddr.js', 'node'] },
  'open-log': { rooms: [], packages: ['pino'] },
  'start-timers': { rooms: [], packages: [] },
  'migrations-applied': { rooms: [], packages: ['@flowgate/database'] },
  // These three put the house together; dependencies.ts names its parts as types.
  dependencies: 'all',
  'build-dependencies': 'all',
  app: 'all',
  main: 'all',
};
