/** Every group of the demo: between them they stand in every state there is. */
import type { Tale } from '../stage.ts';
import { eventLog } from './event-log.ts';
import { gateTables } from './gate-tables.ts';
import { importLaw } from './import-law.ts';
import { migrations } from './migrations.ts';
import { movedGroup } from './moved-group.ts';
import { movingDatabases } from './moving-databases.ts';
import { oneConnection } from './one-connection.ts';
import { oneWayOut } from './one-way-out.ts';
import {
  reservedNumbers,
  streamResume,
  threeLanguages,
  toolList,
  yours,
} from './smaller-flowgate.ts';
import { cancelledStock, orderExport, orderSearch, receiptName, refunds } from './storefront.ts';
import { teamChat } from './team-chat.ts';
import { webhooks } from './webhooks.ts';

export const TALES: readonly Tale[] = [
  migrations,
  oneConnection,
  threeLanguages,
  reservedNumbers,
  gateTables,
  importLaw,
  eventLog,
  streamResume,
  toolList,
  yours,
  orderExport,
  receiptName,
  refunds,
  cancelledStock,
  orderSearch,
  teamChat,
  webhooks,
  movedGroup,
  movingDatabases,
  oneWayOut,
];
