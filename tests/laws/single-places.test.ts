/**
 * Why: each of these has one place, so that whoever must know it reads one file. Settings read anywhere would be in no
 * list; a status number in an action would decide at two doors; a write beside a transaction could be half a change;
 * a line on stdout breaks the protocol of a client that speaks over it.
 */
import { expect, test } from 'vitest';
import { codeFiles, isTest, type SourceFile } from './source-files.ts';

interface Place {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it may stand, each with the reason. A folder ends in a slash. */
  readonly places: Readonly<Record<string, string>>;
}

const PLACES: readonly Place[] = [
  {
    what: 'reads the environment',
    pattern: /\bprocess\.(?:env\b|loadEnvFile)/,
    places: {
      'mcp-server/src/config.ts': 'the one reader of the server',
      'prisma/generate-clients.ts': 'hands its own environment on to the generator it starts',
      'review-web/build-if-stale.ts': 'hands its own environment on to the build it starts',
      'review-web/vite.config.ts': 'a development server has no config.ts',
      'review-web/src/lib/server/api-call.ts': 'the same, for the pages it serves',
      'review-web/mount-settings.ts': "writes what the adapter's own module reads",
      'deploy/dev.ts': 'hands its own environment on to the servers it starts',
      'tests/': 'tests take their servers and their browser from the environment',
    },
  },
  {
    what: 'speaks SQL',
    pattern: /\$(?:queryRaw|executeRaw)/,
    places: { 'prisma/': 'databases differ in SQL, and this folder is where they may' },
  },
  {
    // The one list, doors/http-status.ts, gives each number a name; the pattern looks for uses.
    what: 'names an HTTP status by its number',
    pattern:
      /\b(?:status|statusCode|sendStatus|writeHead)\b\s*(?:\(|[=!<>]=*|:|\?\?)\s*[1-5]\d\d\b/,
    places: {
      'review-web/': 'a client asks what it was answered, and redirects',
      'tests/': 'a test says which number a caller sees',
    },
  },
  {
    what: 'writes to stdout',
    pattern: /\bprocess\.stdout\b|\bconsole\.(?:log|info|debug|table)\b/,
    places: {
      'mcp-server/src/main.ts': 'greets whoever started it',
      'mcp-server/src/cli/print.ts': 'the answers of the command line',
      'prisma/': 'scripts that are run by hand',
      'tests/': 'the runner, the demo and the benchmarks tell what they do',
    },
  },
];

function faultsOf(files: readonly SourceFile[]): string[] {
  return PLACES.flatMap(({ what, pattern, places }) =>
    files
      .filter(({ path, text }) => pattern.test(text) && !allowed(path, Object.keys(places)))
      .map(({ path }) => `${path} ${what}`),
  );
}

function allowed(path: string, places: readonly string[]): boolean {
  return (
    isTest(path) ||
    places.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))
  );
}

test('what has one place stands nowhere else', () => {
  expect(faultsOf(codeFiles())).toEqual([]);
});

test('no place is listed in vain', () => {
  const files = codeFiles();
  const idle = PLACES.flatMap(({ what, pattern, places }) =>
    Object.keys(places)
      .filter(
        (place) => !files.some(({ path, text }) => path.startsWith(place) && pattern.test(text)),
      )
      .map((place) => `${place} no longer ${what}`),
  );
  expect(idle).toEqual([]);
});

test('a file that only passes exports on is no file but the one front door of the contracts', () => {
  const barrels = codeFiles()
    .filter(({ path, text }) => path.endsWith('.ts') && isBarrel(text))
    .map(({ path }) => path);
  expect(barrels).toEqual(['mcp-server/src/contracts/index.ts']);
});

function isBarrel(text: string): boolean {
  const code = text.replace(/\/\*.*?\*\/|\/\/[^\n]*/gs, '').trim();
  return code !== '' && /^(?:export\s[^;]*?\sfrom\s+'[^']+';\s*)+$/s.test(code);
}

test('the law sees a stray setting, SQL, status, line and barrel', () => {
  const text = [
    "const port = process.env['PORT'];",
    'await reader.$queryRaw`SELECT 1`;',
    'response.status(404).end();',
    'console.log(port);',
  ].join('\n');
  const path = 'mcp-server/src/actions/a.ts';
  expect(faultsOf([{ path, text }])).toEqual([
    `${path} reads the environment`,
    `${path} speaks SQL`,
    `${path} names an HTTP status by its number`,
    `${path} writes to stdout`,
  ]);
  expect(isBarrel("/** All. */\nexport * from './a.ts';\nexport { b } from './b.ts';\n")).toBe(
    true,
  );
  expect(isBarrel("export { b } from './b.ts';\nexport const c = 1;\n")).toBe(false);
});
