/** The real command lines, each started in an empty home with a model of ours, and what they leave behind. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientPrograms } from './fetch-clients.ts';

export const CLIENT_NAMES = ['claude', 'codex'] as const;
export type ClientName = (typeof CLIENT_NAMES)[number];

export interface Started {
  readonly gateUrl: string;
  readonly modelUrl: string;
  readonly token: string;
  readonly prompt: string;
}

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
}

interface Command {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Nothing of the machine's own set-up reaches the client: neither its login nor its configuration. */
export async function runClient(
  programs: ClientPrograms,
  name: ClientName,
  started: Started,
): Promise<Ended> {
  const home = mkdtempSync(join(tmpdir(), 'flowgate-client-'));
  try {
    const { args, environment } = COMMANDS[name](home, started);
    return await ended(programs[name], args, home, {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      FLOWGATE_TOKEN: started.token,
      ...environment,
    });
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const COMMANDS: Readonly<Record<ClientName, (home: string, started: Started) => Command>> = {
  claude: (home, { gateUrl, modelUrl, prompt }) => {
    const config = join(home, 'mcp.json');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the client expands it.
    const headers = { Authorization: 'Bearer ${FLOWGATE_TOKEN}' };
    const flowgate = { type: 'http', url: `${gateUrl}/mcp`, headers };
    writeFileSync(config, JSON.stringify({ mcpServers: { flowgate } }));
    return {
      args: [
        '-p',
        prompt,
        '--mcp-config',
        config,
        '--strict-mcp-config',
        '--allowedTools',
        'mcp__flowgate',
        '--output-format',
        'json',
      ],
      environment: {
        ANTHROPIC_BASE_URL: modelUrl,
        ANTHROPIC_API_KEY: 'sk-ant-dummy',
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        DISABLE_AUTOUPDATER: '1',
      },
    };
  },
  codex: (home, { gateUrl, modelUrl, prompt }) => {
    mkdirSync(join(home, '.codex'));
    writeFileSync(
      join(home, '.codex', 'config.toml'),
      [
        'model = "gpt-5"',
        'model_provider = "fake"',
        '[model_providers.fake]',
        'name = "fake"',
        `base_url = "${modelUrl}/v1"`,
        'env_key = "FAKE_KEY"',
        'wire_api = "responses"',
        '[mcp_servers.flowgate]',
        `url = "${gateUrl}/mcp"`,
        'bearer_token_env_var = "FLOWGATE_TOKEN"',
      ].join('\n'),
    );
    return {
      args: ['exec', '--skip-git-repo-check', prompt],
      environment: { FAKE_KEY: 'dummy' },
    };
  },
};

function ended(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // Closed: Codex reads what stands there, and Claude Code waits for it.
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes: Buffer) => {
        output += bytes.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
