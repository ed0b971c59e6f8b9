/**
 * What the conformance scenarios ask a server to have, put on the real one behind the real app: so it is our HTTP, our
 * guards and our authentication that are judged. Names and answers are the scenarios'.
 */
import { createRequestStateCodec } from '@modelcontextprotocol/server';
import type { McpFixtures } from '../../mcp-server/src/doors/mcp/fixtures.ts';
import { registerAsking } from './asking-tools.ts';
import { registerPlainTools } from './plain-tools.ts';
import { registerReading } from './reading.ts';

const KEY_BYTES = 32;

export function conformanceFixtures(): McpFixtures {
  const states = createRequestStateCodec<Record<string, unknown>>({
    key: crypto.getRandomValues(new Uint8Array(KEY_BYTES)),
  });
  return {
    serverOptions: { requestState: { verify: states.verify } },
    register(server, notify) {
      server.server.registerCapabilities({
        tools: { listChanged: true },
        prompts: { listChanged: true },
        logging: {},
      });
      registerPlainTools(server, notify);
      registerAsking(server, (state) => states.mint(state));
      registerReading(server);
    },
  };
}
