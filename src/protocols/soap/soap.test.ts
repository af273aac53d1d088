import { type Handle, hang, oversized, reset, startLoopback } from '../../outbound/testing/loopback.ts';
import { type Behaviour, describeProtocol, type OpenFake, SECRETS } from '../testing/contract.ts';
import { soap } from './index.ts';
import { fault11, found, WSDL_PATH, xml } from './testing/envelopes.ts';

const izin = '<n:daftar><n:izin><n:nomor>007</n:nomor><n:biaya>1000</n:biaya></n:izin></n:daftar>';
const answer = {
  jumlah: '01',
  daftar: { izin: [{ nomor: '007', biaya: '1000', terbit: [], tolak: [] }] },
  catatan: [],
};
const noneAnswer = { fault: { code: 'NotFound', reason: 'Data tidak ditemukan' } };

const behaviours: Readonly<Record<Behaviour, () => Handle>> = {
  answers: () => xml(found(`<n:jumlah>01</n:jumlah>${izin}`)),
  hasNone: () => fault11('soapenv:Client.NotFound', 'Data tidak ditemukan'),
  hangs: () => hang,
  resets: () => reset,
  answersNonsense: () => xml(found(`<n:jumlah>${SECRETS.answer}`).slice(0, -60)),
  refusesPassword: () => fault11('wsse:FailedAuthentication', SECRETS.answer),
  answersTooMuch: () => oversized(10_000_000),
  endsSession: () => hang,
};

async function open(behaviour: Behaviour, isRead: boolean): Promise<OpenFake> {
  const system = await startLoopback(behaviours[behaviour]());
  const wsSecurity = { user: 'hub', password: SECRETS.password, digest: false };
  const source = soap.open(
    { soap: `${system.url}/izin.php`, wsdl: WSDL_PATH, auth: { wsSecurity } },
    { timeoutMs: behaviour === 'hangs' ? 100 : 5000, concurrency: 2 },
  );
  const spec = {
    call: 'Cari',
    body: { key: ':key', batas: 10 },
    cases: [{ when: { 'fault.code': 'NotFound' }, is: 'empty' }],
  };
  return {
    call: source.prepare({ name: 'ask', spec, isRead }),
    arrivals: () => system.requests.length,
    openConnections: system.openConnections,
    close: () => source.close(),
    stop: system.stop,
  };
}

describeProtocol('soap', { answer, noneAnswer, hasSession: false, open });
