/** One thing of each kind, under the names that paths have for them. A new kind of thing gets its line in three places. */
export interface Things {
  readonly project: string;
  readonly group: string;
  readonly groupId: string;
  readonly documentId: string;
  readonly questionId: string;
  readonly runId: string;
  readonly tokenId: string;
  readonly verdictId: string;
  readonly threadId: string;
  readonly attachmentId: string;
  /** A viewer of every project. */
  readonly username: string;
  /** A document type, the same everywhere. */
  readonly code: string;
  readonly revision: string;
  /** A group that is discarded already, so that discarding it again changes nothing. */
  readonly closedGroupId: string;
  /** A token that is revoked already. */
  readonly deadTokenId: string;
  readonly webhookId: string;
  readonly deliveryId: string;
  /** A webhook that is removed already. */
  readonly goneWebhookId: string;
  /** A text that looked like a secret, allowed already, and one that never was. */
  readonly findingId: string;
  readonly refusedFindingId: string;
}

/** A type and a preset of each project's own. */
export const OWN_TYPE_CODE = 'HOUSE';
export const OWN_PRESET_CODE = 'house';

export const EVERYWHERE = { username: 'walter', code: 'T', revision: '1' };

export const MISSING: Things = {
  ...EVERYWHERE,
  project: 'atlantis',
  group: 'atlantis.default.0001',
  groupId: 'atlantis.default.0001',
  documentId: 'atlantis.default.0001.0002-T',
  questionId: 'atlantis.default.0001-Q1',
  runId: 'x'.repeat(22),
  tokenId: '0'.repeat(20),
  verdictId: 'x'.repeat(22),
  threadId: 'x'.repeat(22),
  attachmentId: 'x'.repeat(22),
  closedGroupId: 'atlantis.default.0002',
  deadTokenId: '0'.repeat(20),
  webhookId: 'x'.repeat(22),
  deliveryId: 'x'.repeat(22),
  goneWebhookId: 'x'.repeat(22),
  findingId: 'x'.repeat(22),
  refusedFindingId: 'x'.repeat(22),
};
