import {
  type Handle,
  hang,
  inTurn,
  json,
  oversized,
  reset,
  startLoopback,
  text,
} from '../../outbound/testing/loopback.ts';
import { type Behaviour, describeProtocol, type OpenFake, SECRETS } from '../testing/contract.ts';
import { rest } from './index.ts';

const answer = { rc: '00', data: [{ no_izin: 'A-1' }] };
const noneAnswer = { rc: '01', data: null };

const behaviours: Readonly<Record<Behaviour, () => Handle>> = {
  answers: () => json(answer),
  hasNone: () => json(noneAnswer),
  hangs: () => hang,
  resets: () => reset,
  answersNonsense: () => text(`{"rc":"00","data":[{"nama":"${SECRETS.answer}`),
  refusesPassword: () => json({ message: SECRETS.answer }, 401),
  answersTooMuch: () => oversized(10_000_000),
  endsSession: () => inTurn(json({ rc: '98' }, 401), json(answer)),
};

async function open(behaviour: Behaviour, isRead: boolean): Promise<OpenFake> {
  const operation = behaviours[behaviour]();
  const system = await startLoopback((request, response, socket) => {
    const handle = request.path === '/login' ? json({ data: { token: `token-${request.index}` } }) : operation;
    handle(request, response, socket);
  });
  const login = { post: '/login', body: { password: SECRETS.password }, token: 'data.token' };
  const source = rest.open(
    { rest: system.url, auth: { login } },
    { timeoutMs: behaviour === 'hangs' ? 100 : 5000, concurrency: 2 },
  );
  return {
    call: source.prepare({ name: 'ask', spec: { post: '/ask', body: { key: ':key' } }, isRead }),
    arrivals: () => system.requests.filter((request) => request.path === '/ask').length,
    openConnections: system.openConnections,
    close: () => source.close(),
    stop: system.stop,
  };
}

describeProtocol('rest', { answer, noneAnswer, hasSession: true, open });
