/** Tells a listener of every statement that a driver adapter sends to a server, BEGIN and COMMIT included. */
import type { Prisma } from './clients/sqlite/client.ts';

export type AdapterFactory = NonNullable<Prisma.PrismaClientOptions['adapter']>;
export type StatementListener = (sql: string) => void;

type Adapter = Awaited<ReturnType<AdapterFactory['connect']>>;
type AdapterTransaction = Awaited<ReturnType<Adapter['startTransaction']>>;

/** The same factory, whose connections report. */
export function observeStatements<Factory extends AdapterFactory>(
  factory: Factory,
  onStatement: StatementListener,
): Factory {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    observeQueries(adapter, onStatement);
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => {
      onStatement('BEGIN');
      const transaction = await start(isolationLevel);
      observeQueries(transaction, onStatement);
      // The other adapters leave COMMIT and ROLLBACK to Prisma, which sends them as statements.
      if (transaction.options.usePhantomQuery) observeEnd(transaction, onStatement);
      return transaction;
    };
    return adapter;
  };
  return factory;
}

function observeQueries(
  queryable: Pick<Adapter, 'queryRaw' | 'executeRaw'>,
  onStatement: StatementListener,
): void {
  const queryRaw = queryable.queryRaw.bind(queryable);
  const executeRaw = queryable.executeRaw.bind(queryable);
  queryable.queryRaw = (query) => {
    onStatement(query.sql);
    return queryRaw(query);
  };
  queryable.executeRaw = (query) => {
    onStatement(query.sql);
    return executeRaw(query);
  };
}

function observeEnd(transaction: AdapterTransaction, onStatement: StatementListener): void {
  const commit = transaction.commit.bind(transaction);
  const rollback = transaction.rollback.bind(transaction);
  transaction.commit = () => {
    onStatement('COMMIT');
    return commit();
  };
  transaction.rollback = () => {
    onStatement('ROLLBACK');
    return rollback();
  };
}
