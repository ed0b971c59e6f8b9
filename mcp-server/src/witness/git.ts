/**
 * Runs git to look, never to change: no shell, no hook, no helper, no network, no configuration but the clone's own with
 * what could run taken out of it. Arguments are ours or object names git gave us; what agents wrote goes in by stdin.
 */
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { GIT_OUTPUT_BYTES_MAX, GIT_SECONDS_MAX } from '../gate/limits.ts';

/** The clone can't be read, or the look took too long or too much. */
export class UnreadableClone extends Error {
  override readonly name = 'UnreadableClone';
}

/** Each would let a clone's configuration start a program, or write. */
const HARMLESS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.untrackedCache=false',
  'core.pager=cat',
  'core.quotePath=false',
  'core.askPass=',
  'core.sshCommand=false',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'gc.auto=0',
  'maintenance.auto=false',
  'submodule.recurse=false',
  'log.showSignature=false',
  'uploadpack.packObjectsHook=',
];

export interface GitLook {
  readonly args: readonly string[];
  readonly input?: string;
  /** Exit codes that are answers; by default only 0. */
  readonly answers?: readonly number[];
}

/** Standard output. `folder` is absolute, and no link leads out of it; see open-clone.ts. Throws UnreadableClone. */
export function runGit(
  folder: string,
  { args, input = '', answers = [0] }: GitLook,
): Promise<string> {
  const settings = [...HARMLESS, `safe.directory=${folder}`].flatMap((setting) => ['-c', setting]);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = execFile(
    'git',
    [
      '--no-pager',
      '--no-replace-objects',
      '--no-optional-locks',
      '-C',
      folder,
      ...settings,
      ...args,
    ],
    {
      env: environmentFor(folder),
      timeout: GIT_SECONDS_MAX * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: GIT_OUTPUT_BYTES_MAX,
      windowsHide: true,
      shell: false,
      encoding: 'utf8',
    },
    (error, output) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number' && answers.includes(code)) resolve(output);
      else reject(new UnreadableClone(`git ${args[0]} failed`, { cause: error }));
    },
  );
  // A git that ends before it has read everything is judged by its exit, not by the broken pipe.
  child.stdin?.once('error', () => undefined);
  child.stdin?.end(input);
  return promise;
}

/** Nothing of ours: no key, no token, no proxy, no configuration of whoever runs the server. */
function environmentFor(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin',
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: '',
    GIT_CEILING_DIRECTORIES: dirname(folder),
  };
}
