import type { McpServer } from '@modelcontextprotocol/server';
import type { Dependencies } from '../../dependencies.ts';
import type { AgentCall } from './mcp-call.ts';

export function registerResources(
  _server: McpServer,
  _dependencies: Dependencies,
  _call: AgentCall,
): void {}
