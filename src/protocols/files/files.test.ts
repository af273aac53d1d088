import { type Behaviour, describeProtocol, type OpenFake, SECRETS } from '../testing/contract.ts';
import { openFolder } from './testing/open-folder.ts';

const answer = { rows: [{ kunci: SECRETS.argument, nama: 'Siti' }], rejected: [] };
const noneAnswer = { rows: [], rejected: [] };
const whole = `kunci;nama\n${SECRETS.argument};Siti\n`;

const contents: Partial<Record<Behaviour, string | Buffer>> = {
  hasNone: `kunci;nama\n1571000000000009;${SECRETS.answer}\n`,
  answersNonsense: Buffer.concat([Buffer.from(`kunci;nama\n1;${SECRETS.answer}`), Buffer.from([0xff])]),
  answersTooMuch: whole + SECRETS.answer.repeat(100),
};

async function open(behaviour: Behaviour, isRead: boolean): Promise<OpenFake> {
  const folder = openFolder({
    timeoutMs: behaviour === 'hangs' ? 100 : 5000,
    limits: { maxBytes: 1000 },
    // A share that hangs: the second look at the file never comes.
    sleep: () => (behaviour === 'hangs' ? new Promise(() => {}) : Promise.resolve()),
  });
  folder.put('data.csv', contents[behaviour] ?? whole);
  return {
    call: folder.source.prepare({ name: 'ask', spec: { file: '*.csv', where: { kunci: ':key' } }, isRead }),
    arrivals: () => 0,
    openConnections: () => 0,
    close: () => folder.source.close(),
    stop: () => folder.close(),
  };
}

describeProtocol('files', { answer, noneAnswer, hasSession: false, cannot: ['resets', 'refusesPassword'], open });
