import type { QueueItemView } from '@flowgate/server/contracts';

/** A row as it is shown: `gone` when the queue no longer holds it. */
export interface SteadyRow {
  item: QueueItemView;
  gone: boolean;
}

/** One row may stand in several sections over time: its place is part of what it is. */
const keyOf = (item: QueueItemView) => `${item.section}/${item.id}`;

/**
 * Brings a shown list up to date without moving a row: known rows take their new state, lost ones are
 * marked, and new ones wait.
 */
export function keepSteady(
  shown: readonly SteadyRow[],
  latest: readonly QueueItemView[],
): { rows: SteadyRow[]; waiting: number } {
  const now = new Map(latest.map((item) => [keyOf(item), item]));
  const rows = shown.map(({ item }) => {
    const fresh = now.get(keyOf(item));
    now.delete(keyOf(item));
    return fresh ? { item: fresh, gone: false } : { item, gone: true };
  });
  return { rows, waiting: now.size };
}

/** The list as it is, every row in its place. */
export function settle(latest: readonly QueueItemView[]): SteadyRow[] {
  return latest.map((item) => ({ item, gone: false }));
}
