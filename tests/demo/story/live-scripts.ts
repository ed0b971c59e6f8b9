/** What the live agent works on, in turn: each document with the revisions it has up its sleeve. */
import type { LiveScript } from '../live-script.ts';
import { readStory, revised } from '../read-story.ts';
import type { Claim } from '../story-agent.ts';

const readiness = readStory('live-readiness');
const task = readiness('T');
const report = readiness('TR');

const SLOW_CHECK: readonly [string, string] = [
  '- `/healthz`: it speaks of the process alone and asks nobody.',
  `- \`/healthz\`: it speaks of the process alone and asks nobody.

## Edge cases

- The database answers after 1.9 s: ready, and a warning in the log.
- Two probes at once: one question to the database serves both.`,
];
const NUMBERED: readonly [string, string] = [
  '2. One missing migration gives 503 with `waiting_for: ["migrations"]`.',
  '2. Two missing migrations give 503 with `waiting_for: ["migrations"]` and `"missing": 2`. Check: the test applies all but two.',
];
const MEASURED: readonly [string, string] = [
  'By hand with a stopped PostgreSQL: 503 after 2.0 s.',
  `By hand, with PostgreSQL 15:

| state | answer | after |
| --- | --- | --- |
| all in order | 200 | 3 ms |
| server stopped | 503, \`database\` | 2.0 s |
| two migrations missing | 503, \`migrations\`, 2 | 11 ms |`,
];
const SLOW_DATABASE: readonly [string, string] = [
  'A database that answers slowly, but answers, counts as ready.',
  'Nothing. A database that needs more than a second is still ready, and the log now warns of it once a minute.',
];

const readinessClaims: readonly Claim[] = [
  {
    statement: 'A stopped database gives 503 with waiting_for "database" within two seconds.',
    meets: ['T.1', 'R.2'],
    evidence: [
      {
        kind: 'command',
        command: `curl -s -w ' %{http_code} %{time_total}\\n' localhost:8089/readyz`,
        exit_code: 0,
        output: '{"ready":false,"waiting_for":["database"]} 503 2.004',
      },
    ],
  },
  {
    statement: 'Missing migrations are named and counted; the answer holds no part of the address.',
    meets: ['T.2', 'T.3', 'R.3', 'R.4'],
    evidence: [
      {
        kind: 'command',
        command: 'npx vitest run tests/doors/health.test.ts --reporter=verbose',
        exit_code: 0,
        output: `✓ all in order is 200
✓ a stopped database is 503 and named
✓ two missing migrations are 503 and counted
✓ the answer repeats nothing of the address
✓ a slow database is ready
✓ /healthz asks nobody`,
      },
    ],
  },
  {
    statement: 'With everything in order /readyz answers within 50 ms.',
    meets: ['R.1'],
    evidence: [
      {
        kind: 'command',
        command: 'npx autocannon -d 5 -c 1 localhost:8089/readyz | grep -E "50%|99%"',
        exit_code: 0,
        output: '50%  3 ms   99%  9 ms',
      },
    ],
  },
];

const streams = readStory('live-streams');
const bound = streams('T');
const bounded = streams('TR');

export const LIVE_SCRIPTS: readonly LiveScript[] = [
  {
    title: readiness('R').title,
    root: readiness('R'),
    question: {
      before: 'TR',
      text: 'Anybody who reaches the port can read /readyz. May it say how many migrations are missing, or only that some are?',
      context: 'R.3 asks for the number. It tells a stranger how old the installation is.',
      options: [
        'Say the number',
        'Say only that some are missing',
        'The number on the local machine only',
      ],
      blocking: true,
    },
    revisions: {
      T: [
        { written: task },
        {
          written: revised(task, SLOW_CHECK),
          response: 'Added a section on edge cases: slow answers and two probes at once.',
        },
        {
          written: revised(task, SLOW_CHECK, NUMBERED),
          response: 'The second criterion now names the number and how it is checked.',
        },
      ],
      TR: [
        { written: report, claims: readinessClaims },
        {
          written: revised(report, MEASURED),
          claims: readinessClaims,
          response: 'Measured again and written down as a table, with the time of each answer.',
        },
        {
          written: revised(report, MEASURED, SLOW_DATABASE),
          claims: readinessClaims,
          response: 'The open point is closed: the log warns when the database is slow.',
        },
      ],
    },
  },
  {
    title: streams('R').title,
    root: streams('R'),
    revisions: {
      T: [
        { written: bound },
        {
          written: revised(bound, [
            '2. After the reconnect it gets `resync` or every missed event, never neither.',
            '2. After the reconnect it gets `resync` or every missed event, never neither. Check: both cases in one test.\n3. Memory after an hour with a silent client is within 1 MB of the start.',
          ]),
          response: 'Said how the second criterion is checked, and added one on memory.',
        },
      ],
      TR: [
        {
          written: bounded,
          claims: [
            {
              statement:
                'A client that stops reading is cut off after 500 frames, while another gets every frame.',
              meets: ['T.1', 'R.1', 'R.2'],
              evidence: [
                {
                  kind: 'command',
                  command: 'npx vitest run tests/doors/events.test.ts -t "slow reader"',
                  exit_code: 0,
                  output: `✓ a slow reader is cut off at 500 frames 1320ms
✓ others get their frames meanwhile (slowest: 14 ms)`,
                },
              ],
            },
            {
              statement: 'After the reconnect the page has the right queue.',
              meets: ['T.2', 'R.3'],
              evidence: [
                {
                  kind: 'command',
                  command: 'npx vitest run tests/doors/events.test.ts -t resync',
                  exit_code: 0,
                  output: '✓ a position too old gets one resync and then live events',
                },
              ],
            },
          ],
        },
        {
          written: revised(bounded, [
            'The limit is per stream, not per person; a person may have 20 streams.',
            'Twenty streams of one person hold at most 10,000 frames, 4 MB at the median size. I would leave it at that.',
          ]),
          response: 'Counted what one person can cost at most, under Open.',
        },
      ],
    },
  },
];
