import { Client } from 'pg';
import type { CallFailure } from '../../../outbound/index.ts';
import type { DatabaseAddress } from '../address.ts';
import { type BrokenConnection, type DatabaseConnection, type Question, type Row, tooSlow } from '../connection.ts';
import { failureOfPostgres } from './failure.ts';
import { GuardedSocket } from './guarded-socket.ts';
import { PostgresQuestion } from './postgres-question.ts';

/** Opens a connection. @throws CallFailure, BrokenConnection */
export async function connectPostgres(address: DatabaseAddress, deadlineMs: number): Promise<DatabaseConnection> {
  const client = createClient(address, deadlineMs);
  // Without a listener an error on an idle connection would end the process; `end` follows and says it too.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.connection.stream.destroy();
    throw Date.now() >= deadlineMs ? tooSlow() : failureOfPostgres(error);
  }
  let isOpen = true;
  client.on('end', () => {
    isOpen = false;
  });
  const destroy = (): void => {
    isOpen = false;
    client.connection.stream.destroy();
  };
  return {
    read: (question) => read(client, question, destroy),
    isUsable: () => isOpen,
    onClose: (listener) => void client.on('end', listener),
    end: () => client.end().catch(destroy),
    destroy,
  };
}

/** A client as `pg` makes it; its types leave out the connection below, which its query classes are given too. */
type OpenClient = Client & { readonly connection: { readonly stream: { destroy(): void } } };

/** A client that asks neither the environment nor the home folder for what the address does not say. */
function createClient(address: DatabaseAddress, deadlineMs: number): OpenClient {
  const { host, port, user, password, database, tls } = address;
  return new Client({
    host,
    port,
    user,
    password,
    database,
    ssl: tls,
    application_name: 'hub',
    stream: () => new GuardedSocket(),
    connectionTimeoutMillis: Math.max(1, deadlineMs - Date.now()),
  }) as OpenClient;
}

function read(client: Client, question: Question, destroy: () => void): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    // The server ends an overdue statement itself at about the same time, whether it notices the end or not.
    const timer = setTimeout(() => fail(tooSlow()), Math.max(1, question.deadlineMs - Date.now()));
    const fail = (failure: CallFailure | BrokenConnection): void => {
      clearTimeout(timer);
      reject(failure);
      // Its transaction is open still, or more of a long answer is on its way: a new connection is soon made.
      destroy();
    };
    client.query(
      new PostgresQuestion(question, (failure, rows) => {
        if (failure) return fail(failure);
        clearTimeout(timer);
        resolve(rows);
      }),
    );
  });
}
