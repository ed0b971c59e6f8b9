/**
 * Brings the composed schemas and the three generated clients up to date: `pnpm run prepare:clients`.
 * When nothing has changed it only compares a hash.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { composeSchema, composeSchemas, PROVIDERS, type Provider } from './compose-schemas.ts';

const CLIENTS = join(import.meta.dirname, 'clients');
const PRISMA = createRequire(import.meta.url).resolve('prisma/package.json');
const SEAL = join(CLIENTS, 'inputs.sha256');

composeSchemas();
const inputs = hashOfInputs();
if (readSeal() !== inputs) await generateClients();

/** The composed schemas and the generator's version: all that a client depends on. */
function hashOfInputs(): string {
  const hash = createHash('sha256').update(readFileSync(PRISMA));
  for (const provider of PROVIDERS) hash.update(composeSchema(provider));
  return hash.digest('hex');
}

function readSeal(): string | undefined {
  try {
    return readFileSync(SEAL, 'utf8');
  } catch {
    return undefined;
  }
}

/** Generates beside the old clients and swaps them in, so that nobody imports a half-written one. */
async function generateClients(): Promise<void> {
  mkdirSync(CLIENTS, { recursive: true });
  const workshop = join(CLIENTS, `.generating-${process.pid}`);
  try {
    await Promise.all(PROVIDERS.map((provider) => generate(provider, workshop)));
    // Somebody else, started at the same time, was faster.
    if (readSeal() === inputs) return;
    for (const provider of PROVIDERS) {
      const old = join(workshop, `old-${provider}`);
      if (readdirSync(CLIENTS).includes(provider)) renameSync(join(CLIENTS, provider), old);
      renameSync(join(workshop, 'clients', provider), join(CLIENTS, provider));
    }
    writeFileSync(SEAL, inputs);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** The schema names its output relative to itself, so a copy of it in the workshop generates there. */
async function generate(provider: Provider, workshop: string): Promise<void> {
  const schema = join(workshop, provider, 'schema.prisma');
  mkdirSync(dirname(schema), { recursive: true });
  writeFileSync(schema, composeSchema(provider));
  const cli = join(dirname(PRISMA), 'build', 'index.js');
  const child = spawn(process.execPath, [cli, 'generate', '--schema', schema], {
    cwd: import.meta.dirname,
    env: {
      ...process.env,
      // `prisma generate` insists on a schema engine and would download one, though it never runs it.
      // Any existing file satisfies it, so a machine without access to Prisma's host can generate.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`prisma generate failed for ${provider}:\n${output}`);
}
