/** How a client is connected: text to paste, per client, with the secret in it. Shown once. */
import type { z } from 'zod';
import type { SetupView } from '../../contracts/tokens.ts';

const SERVER = 'flowgate';

/** `publicUrl` is an origin and `secret` of our own alphabet, so neither needs quoting in a shell, TOML or JSON. */
export function setUpLines(publicUrl: string, secret: string): z.infer<typeof SetupView> {
  const url = `${publicUrl}/mcp`;
  const authorization = `Bearer ${secret}`;
  const headers = { Authorization: authorization };
  return {
    claude_code: `claude mcp add --transport http ${SERVER} ${url} --header "Authorization: ${authorization}"`,
    codex: [
      '# ~/.codex/config.toml',
      `[mcp_servers.${SERVER}]`,
      `url = "${url}"`,
      `http_headers = { "Authorization" = "${authorization}" }`,
    ].join('\n'),
    vscode: json({ servers: { [SERVER]: { type: 'http', url, headers } } }),
    cursor: json({ mcpServers: { [SERVER]: { url, headers } } }),
    http: `curl -sS ${publicUrl}/api/v1/types -H "Authorization: ${authorization}"`,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
