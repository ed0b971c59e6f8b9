/** What one row of the table of tools says. */
import type { ToolAnnotations } from '@modelcontextprotocol/server';
import type { Scope } from '../../contracts/index.ts';
import type { AnyAction } from '../any-action.ts';

/** Clients take hints as unproven; Codex runs unattended only what names all four. */
export type FullAnnotations = Required<Omit<ToolAnnotations, 'title'>>;

/** It changes nothing. */
export const READS: FullAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
};
/** It adds records, takes nothing away, and repeats safely. */
export const ADDS: FullAnnotations = { ...READS, readOnlyHint: false };

export interface ToolOptions {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: FullAnnotations;
  /** Listed to a token with any of these. */
  readonly scopes: readonly Scope[];
  /** Its schema reaches the model at once, not after a search for tools. */
  readonly alwaysLoad?: boolean;
  /** False: the words of each parameter stand at another tool that takes the same. */
  readonly describesParameters?: boolean;
}

export interface Tool extends Required<ToolOptions> {
  readonly action: AnyAction;
}

export function tool(action: AnyAction, options: ToolOptions): Tool {
  return { alwaysLoad: false, describesParameters: true, ...options, action };
}

export function mayUse(row: Pick<Tool, 'scopes'>, scopes: readonly Scope[]): boolean {
  return row.scopes.some((scope) => scopes.includes(scope));
}
