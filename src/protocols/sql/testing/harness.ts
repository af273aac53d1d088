import type { Behaviour, OpenFake, ProtocolHarness } from '../../testing/contract.ts';
import { SECRETS } from '../../testing/contract.ts';
import { sql } from '../index.ts';
import { startProxy } from './proxy.ts';

const ANSWER = [{ nama: 'Siti' }];

/** What differs between databases: how a statement waits, how a wrong password is shown, what cannot be converted. */
export interface DatabaseDialect {
  /** An address with the right password. */
  address(): string;
  readonly statements: Readonly<Record<'hangs' | 'answersNonsense' | 'answersTooMuch', string>>;
}

/** The contract suite's harness for a real database behind a proxy. */
export function createSqlHarness(dialect: DatabaseDialect): ProtocolHarness {
  return {
    answer: ANSWER,
    noneAnswer: [],
    hasSession: false,
    open: (behaviour, isRead) => open(dialect, behaviour, isRead),
  };
}

async function open(dialect: DatabaseDialect, behaviour: Behaviour, isRead: boolean): Promise<OpenFake> {
  const proxy = await startProxy(dialect.address(), 'the marked statement', behaviour === 'resets');
  const address = new URL(proxy.url);
  if (behaviour === 'refusesPassword') address.password = SECRETS.password;
  const source = sql.open({ sql: address.href }, { timeoutMs: behaviour === 'hangs' ? 150 : 5000, concurrency: 2 });
  const statement = `/* the marked statement */ ${statementFor(dialect, behaviour)}`;
  return {
    call: source.prepare({ name: 'ask', spec: { sql: statement }, isRead }),
    arrivals: proxy.arrivals,
    openConnections: proxy.openConnections,
    close: () => source.close(),
    stop: proxy.stop,
  };
}

function statementFor(dialect: DatabaseDialect, behaviour: Behaviour): string {
  if (behaviour === 'hasNone') return "select 'Siti' as nama where :key = 'x'";
  const statements: Partial<Record<Behaviour, string>> = dialect.statements;
  return statements[behaviour] ?? "select 'Siti' as nama where :key = '1571991007900001'";
}
