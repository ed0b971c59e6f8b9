/** Puts the tools a token may use on a server made for one request. */
import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { perform } from '../../actions/action.ts';
import type { Dependencies } from '../../dependencies.ts';
import { problemOf } from '../problem-of.ts';
import { type AgentCall, callInExchange } from './mcp-call.ts';
import { passThrough, publishedInput, publishedOutput } from './published-schema.ts';
import { mayUse, type Tool } from './tool.ts';
import { toolError } from './tool-error.ts';

/** A row with everything the list shows, made once: the factory runs for every request. */
export interface PreparedTool extends Tool {
  readonly config: ReturnType<typeof configOf>;
}

export function prepareTools(rows: readonly Tool[]): PreparedTool[] {
  return rows.map((row) => ({ ...row, config: configOf(row) }));
}

export function registerTools(
  server: McpServer,
  tools: readonly PreparedTool[],
  dependencies: Dependencies,
  agentCall: AgentCall,
  era: 'modern' | 'legacy',
): void {
  for (const row of tools) {
    if (!mayUse(row, agentCall.caller.token.scopes)) continue;
    server.registerTool(row.name, row.config, async (input, ctx) => {
      const call = callInExchange(agentCall, era, ctx);
      try {
        return success(await perform(row.action, dependencies, call, input));
      } catch (error) {
        const problem = problemOf(error, dependencies, call.requestId);
        return toolError(problem, call.say, call.requestId);
      }
    });
  }
}

function configOf(row: Tool) {
  return {
    title: row.title,
    description: row.description,
    inputSchema: passThrough(publishedInput(row.action.input, row.describesParameters)),
    outputSchema: passThrough(publishedOutput(row.action.output)),
    annotations: row.annotations,
    ...(row.alwaysLoad ? { _meta: { 'anthropic/alwaysLoad': true } } : {}),
  };
}

/** Some clients show their model only the structure, some only the text: both say the same. */
function success(output: unknown): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(output) }],
    structuredContent: output as Record<string, unknown>,
  };
}
