/** Tales of the web shop: an export with an assumption, a plan nobody has made yet, a requirement just opened. */
import { readStory } from '../read-story.ts';
import type { Tale } from '../stage.ts';
import type { Claim } from '../story-agent.ts';
import { ago, day } from '../story-clock.ts';

const text = readStory('storefront');

const EXPORT_CLAIMS: readonly Claim[] = [
  {
    statement: 'With an insert after every page, 100,000 orders come out complete and once.',
    meets: ['T.1', 'R.1'],
    evidence: [
      {
        kind: 'command',
        command: 'node scripts/race-export.js --orders 100000 --insert-every-page',
        exit_code: 0,
        output: `seeded 100000 orders, 200 pages of 500
inserted 200 orders meanwhile (after the bound: 200)
read 100000 lines, 0 missing, 0 twice, 0 beyond the bound
31.4 s, peak heap 48 MB`,
      },
      { kind: 'commit', sha: '3be81d7' },
    ],
  },
  {
    statement:
      'A coupon code that looks like a formula stays text, and amounts have two decimals and a point.',
    meets: ['T.2', 'R.2', 'R.3'],
    evidence: [
      {
        kind: 'diff',
        patch: `diff --git a/src/export/write-csv.js b/src/export/write-csv.js
--- a/src/export/write-csv.js
+++ b/src/export/write-csv.js
@@ -8,9 +8,14 @@ const CRLF = '\\r\\n';
 
-const field = (value) => \`"\${value}"\`;
+/** Spreadsheets run what begins like a formula; an apostrophe makes it text. */
+const FORMULA = /^[=+\\-@\\t\\r]/;
+const field = (value) => {
+  const text = FORMULA.test(value) ? \`'\${value}\` : String(value);
+  return \`"\${text.replaceAll('"', '""')}"\`;
+};
 
-const amount = (cents) => (cents / 100).toFixed(2);
+/** Integers only: 0.1 + 0.2 is not what a bookkeeper wants to explain. */
+const amount = (cents) => \`\${Math.trunc(cents / 100)}.\${String(cents % 100).padStart(2, '0')}\`;
 
 export function lineOf(order) {`,
      },
      {
        kind: 'test_run',
        format: 'junit',
        content: `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="storefront" tests="5" failures="0" errors="0" time="0.214">
  <testsuite name="export/write-csv" tests="5" failures="0" errors="0" skipped="0" time="0.214">
    <testcase classname="export/write-csv" name="an umlaut survives the way into the bookkeeper's program" time="0.011"/>
    <testcase classname="export/write-csv" name="=HYPERLINK(...) as a coupon code stays text" time="0.004"/>
    <testcase classname="export/write-csv" name="a quote inside a field is doubled" time="0.003"/>
    <testcase classname="export/write-csv" name="1999 cents are written 19.99" time="0.002"/>
    <testcase classname="export/write-csv" name="a failed page destroys the response" time="0.194"/>
  </testsuite>
</testsuites>`,
      },
    ],
  },
  {
    statement: 'During a download the front page answers within 2 % of its usual time.',
    meets: ['T.3', 'R.4'],
    evidence: [
      {
        kind: 'command',
        command: 'node scripts/load-test.js --minutes 10 --with-export',
        exit_code: 0,
        output: `            p50     p95     p99
without    41 ms   88 ms  140 ms
with       42 ms   89 ms  151 ms`,
      },
    ],
  },
];

/** The agent went on with an assumption, said so, and asks meanwhile. */
export const orderExport: Tale = async function* ({ people, agentFor, remember }) {
  const { priya, mateo, sakura } = people;
  yield day(7, '08:40');
  const opened = await priya.openGroup('storefront', { ...text('XR'), preset: 'simple' });
  remember('assumption', opened);
  yield day(7, '09:55');
  await mateo.approve(opened.root.id, 1, 'Thank you for leaving the names out.');
  const agent = await agentFor(opened, sakura, 'claude-export');
  await agent.continue();
  yield day(7, '10:20');
  const task = await agent.submit(text('XT'));
  yield day(7, '13:30');
  await mateo.approve(task.document_id);
  yield day(2, '11:10');
  await agent.clarify([
    {
      text: 'When does a month begin: at midnight in Berlin, or at midnight UTC?',
      context:
        'Orders are stored in UTC. In October 2026 it makes a difference of 23 orders, and of two hours in summer.',
      options: ['Midnight in Berlin', 'Midnight UTC'],
      blocking: false,
      assumption:
        'A month begins at midnight in Berlin, because the bookkeeper compares with German bank statements.',
    },
  ]);
  yield ago(240);
  await agent.submit({
    ...text('XN'),
    fields: {
      changed_paths: [
        'src/export/read-orders.js',
        'src/export/write-csv.js',
        'src/back-office/routes.js',
      ],
      branch: 'export-orders',
      deviations: true,
    },
    claims: EXPORT_CLAIMS,
  });
};

/** The requirement is approved; which steps it needs is still to be decided. */
export const refunds: Tale = async function* ({ people, remember }) {
  const { priya, mateo } = people;
  yield day(2, '14:15');
  const opened = await priya.openGroup('storefront', text('PR'));
  remember('sequenceUndecided', opened);
  yield ago(230);
  await mateo.approve(
    opened.root.id,
    1,
    'Three real months is a good test. Choose the steps, Priya.',
  );
};

/** Nobody has read it yet. */
export const orderSearch: Tale = async function* ({ people, remember }) {
  yield ago(25);
  const opened = await people.priya.openGroup('storefront', {
    ...text('KR'),
    preset: 'investigate',
  });
  remember('justOpened', opened);
};

const korean = readStory('cancelled-stock');

export const cancelledStock: Tale = async function* ({ people, agentFor, remember }) {
  const { jihoon, sakura } = people;
  yield day(1, '10:05');
  const opened = await jihoon.openGroup('storefront', { ...korean('R'), preset: 'simple' });
  remember('taskInReview', opened);
  const agent = await agentFor(opened, sakura, 'claude-stock');
  await agent.continue();
  yield ago(80);
  await agent.submit(korean('T'));
};

const japanese = readStory('receipt-name');

export const receiptName: Tale = async function* ({ people, agentFor, remember }) {
  const { sakura } = people;
  yield day(5, '08:30');
  const opened = await sakura.openGroup('storefront', { ...japanese('R'), preset: 'simple' });
  remember('japanese', opened);
  const agent = await agentFor(opened, sakura, 'claude-receipts');
  await agent.continue();
  yield day(5, '09:00');
  const task = await agent.submit(japanese('T'));
  yield day(5, '14:20');
  await sakura.approve(task.document_id, 1, '境界は日本時間で。よく書けています。');
  yield ago(110);
  await agent.submit({
    ...japanese('TR'),
    claims: [
      {
        statement: '二度目の変更は already_reissued で断られ、PDFは作られない。',
        meets: ['T.1', 'R.1'],
        evidence: [
          {
            kind: 'command',
            command: 'npm test -- receipts',
            exit_code: 0,
            output: `✔ 一度目の変更は新しい領収書を返す (41.2ms)
✔ 二度目の変更は already_reissued で断られる (12.9ms)
✔ 同時に来た二つの変更は一つだけ通る (88.0ms)
✔ 90日目の23:59は通り、91日目の0:00は断られる (9.7ms)
ℹ tests 18
ℹ pass 18
ℹ fail 0`,
          },
          { kind: 'commit', sha: 'b7d20c4' },
        ],
      },
      {
        statement: '期限は日本時間の日付で判定され、91日目は断られる。',
        meets: ['T.2', 'R.1'],
        evidence: [{ kind: 'commit', sha: 'b7d20c4' }],
      },
      {
        statement: '再発行のPDFには「再発行」と元の番号があり、適格請求書の記載事項は変わらない。',
        meets: ['T.3', 'R.2', 'R.4'],
        evidence: [
          {
            kind: 'command',
            command: 'pdftotext tmp/receipt-2026-10-0311.pdf - | head -8',
            exit_code: 0,
            output: `領収書（再発行）
元の領収書番号 R-2026-10-0311
株式会社みなと商会 御中
登録番号 T1234567890123
合計 ¥13,200（うち消費税10% ¥1,200）`,
          },
        ],
      },
    ],
  });
};
