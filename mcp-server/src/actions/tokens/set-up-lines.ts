/** How a client is connected: text to paste, per client, with the secret in it. Shown once. */
import type { z } from 'zod';
import type { SetupView } from '../../contracts/tokens.ts';

const SERVER = 'flowgate';

/**
 * `publicUrl` is an origin and `secret` of our own alphabet, so neither needs quoting in a shell, TOML or JSON. The links
 * use the editors' own schemes: their web addresses would carry the secret over somebody else's server.
 */
export function setUpLines(publicUrl: string, secret: string): z.infer<typeof SetupView> {
  const url = `${publicUrl}/mcp`;
  const authorization = `Bearer ${secret}`;
  const headers = { Authorization: authorization };
  const forVsCode = { type: 'http', url, headers };
  const forCursor = { url, headers };
  return {
    claude_code: `claude mcp add --transport http ${SERVER} ${url} --header "Authorization: ${authorization}"`,
    codex: [
      '# ~/.codex/config.toml',
      `[mcp_servers.${SERVER}]`,
      `url = "${url}"`,
      `http_headers = { "Authorization" = "${authorization}" }`,
    ].join('\n'),
    vscode: json({ servers: { [SERVER]: forVsCode } }),
    cursor: json({ mcpServers: { [SERVER]: forCursor } }),
    http: `curl -sS ${publicUrl}/api/v1/help -H "Authorization: ${authorization}"`,
    vscode_link: `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ name: SERVER, ...forVsCode }))}`,
    cursor_link: `cursor://anysphere.cursor-deeplink/mcp/install?name=${SERVER}&config=${encodeURIComponent(base64(forCursor))}`,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function base64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64');
}
