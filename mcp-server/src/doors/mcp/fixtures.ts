/** What a test entry adds to the real server, to probe the door with things the product doesn't have. The shipped one has none. */
import type { McpServer, ServerOptions } from '@modelcontextprotocol/server';

export interface McpFixtures {
  readonly serverOptions: Pick<ServerOptions, 'requestState'>;
  readonly register: (server: McpServer, notify: ListNotifier) => void;
}

export interface ListNotifier {
  toolsChanged(): void;
  promptsChanged(): void;
}
