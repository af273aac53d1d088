import { type Behaviour, describeProtocol, type OpenFake, SECRETS } from '../../testing/contract.ts';
import { openSftp } from '../testing/open-sftp.ts';

const answer = { rows: [{ kunci: SECRETS.argument, nama: 'Siti' }], rejected: [] };
const noneAnswer = { rows: [], rejected: [] };
const whole = `kunci;nama\n${SECRETS.argument};Siti\n`;

const contents: Partial<Record<Behaviour, string | Buffer>> = {
  hasNone: `kunci;nama\n1571000000000009;${SECRETS.answer}\n`,
  answersNonsense: Buffer.concat([Buffer.from(`kunci;nama\n1;${SECRETS.answer}`), Buffer.from([0xff])]),
  answersTooMuch: whole + SECRETS.answer.repeat(100),
};

async function open(behaviour: Behaviour, isRead: boolean): Promise<OpenFake> {
  const remote = await openSftp({
    password: SECRETS.password,
    ...(behaviour === 'refusesPassword' && { acceptedPassword: 'another' }),
    timeoutMs: behaviour === 'hangs' ? 100 : 5000,
    limits: { maxBytes: 1000 },
  });
  const { server, source } = remote;
  remote.put('data.csv', contents[behaviour] ?? whole);
  if (behaviour === 'hangs') server.meet = () => 'hang';
  if (behaviour === 'resets') server.meet = () => 'reset';
  return {
    call: source.prepare({ name: 'ask', spec: { file: '*.csv', where: { kunci: ':key' } }, isRead }),
    arrivals: () => server.count('OPENDIR'),
    openConnections: () => server.connections(),
    close: () => source.close(),
    stop: () => remote.close(),
  };
}

describeProtocol('sftp', { answer, noneAnswer, hasSession: false, open });
