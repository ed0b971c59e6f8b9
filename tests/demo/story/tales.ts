/** Every group of the demo: between them they stand in every state there is. */
import type { Tale } from '../stage.ts';
import { eventLog } from './event-log.ts';
import { gateTables } from './gate-tables.ts';
import { importLaw } from './import-law.ts';
import { migrations } from './migrations.ts';
import { oneConnection } from './one-connection.ts';
import {
  reservedNumbers,
  streamResume,
  threeLanguages,
  toolList,
  yours,
} from './smaller-flowgate.ts';
import { cancelledStock, orderExport, orderSearch, receiptName, refunds } from './storefront.ts';

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
];
