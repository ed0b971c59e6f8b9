/** Brings the real command lines from the package registry, once, into a folder that git doesn't see. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Moved together with what the tests expect of them. */
const PINNED = { '@anthropic-ai/claude-code': '2.1.330', '@openai/codex': '0.169.0' };

export interface ClientPrograms {
  readonly claude: string;
  readonly codex: string;
}

/** About 800 MB the first time. FLOWGATE_CLIENTS_DIR names a folder that has them already. */
export function fetchClients(): ClientPrograms {
  const folder =
    process.env['FLOWGATE_CLIENTS_DIR'] ??
    join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'clients');
  const programs = {
    claude: join(folder, 'node_modules', '.bin', 'claude'),
    codex: join(folder, 'node_modules', '.bin', 'codex'),
  };
  if (!Object.values(programs).every(existsSync)) {
    console.log('Fetching Claude Code and Codex (about 800 MB) …');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: PINNED }));
    execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  }
  return programs;
}
