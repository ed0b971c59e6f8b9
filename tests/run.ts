/**
 * `pnpm test`: finds out what can be tested on this machine, says so in words, runs it, and ends with one line that
 * counts. Arguments are file filters: `pnpm test tests/journeys`.
 */
import { startVitest, type TestModule } from 'vitest/node';
import { findChromium } from './support/chromium.ts';
import { answers, SERVERS, wantedDatabases } from './support/database-servers.ts';

/** Set by `.ci/run`: what can't be tested here is then a failure, not a note. */
const requireAll = process.env['FLOWGATE_REQUIRE_ALL'] === '1';

const missing: string[] = [];
await lookForDatabases();
const chromium = lookForChromium();
if (missing.length > 0 && requireAll) {
  console.error('\nFLOWGATE_REQUIRE_ALL=1 asks for everything, so nothing was run.');
  process.exit(1);
}
console.log('');

const counts = { passed: 0, failed: 0, skipped: 0 };
const vitest = await startVitest('test', process.argv.slice(2), {
  run: true,
  watch: false,
  ...(chromium === null ? { project: ['!browser'] } : {}),
  reporters: ['default', { onTestRunEnd: count }],
});
await vitest.close();
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
// Vitest has set the exit code; a run that counted nothing proves nothing.
process.exit(failed > 0 || passed === 0 ? 1 : (process.exitCode ?? 0));

async function lookForDatabases(): Promise<void> {
  const names = { sqlite: 'SQLite', postgresql: 'PostgreSQL', mysql: 'MySQL/MariaDB' };
  const settings = { postgresql: 'TEST_POSTGRES_URL', mysql: 'TEST_MYSQL_URL' };
  for (const name of wantedDatabases()) {
    if (name === 'sqlite') console.log('SQLite: tested.');
    else if (await answers(name)) {
      console.log(`${names[name]}: tested, on the server at ${SERVERS[name].host}.`);
    } else {
      missing.push(name);
      console.log(
        `${names[name]}: skipped, because no server answers at ${SERVERS[name].host}. ` +
          `Start one there, or name another in ${settings[name]}.`,
      );
    }
  }
}

/** Its tests read CHROMIUM_PATH, so that they use the one announced here. */
function lookForChromium(): string | null {
  const path = findChromium();
  if (path === null) {
    missing.push('browser');
    console.log(
      'Browser: skipped, because no Chromium was found. Install one, or name it in CHROMIUM_PATH.',
    );
    return null;
  }
  console.log(`Browser: tested, in ${path}.`);
  process.env['CHROMIUM_PATH'] = path;
  return path;
}

function count(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
  counts.failed += unhandled.length;
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else counts.skipped += 1;
    }
    // A file that can't be loaded has no tests to fail.
    counts.failed += failedHere === 0 && module.state() === 'failed' ? 1 : failedHere;
  }
}
