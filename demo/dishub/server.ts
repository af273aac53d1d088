import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LegacySystem, SystemAnswer, SystemCall } from '../legacy-system.ts';
import { answerElement, answerFault, readSoapRequest, type SoapRequest } from './envelope.ts';
import type { VehicleRegister } from './records.ts';
import type { Vehicle } from './vehicle.ts';

/** The invented account of the simulated service. */
export const DISHUB_ACCOUNT = { user: 'hub-kota-jambi', password: 'kata-sandi-demo-kir' };

/** Where the service listens; the same address with `?wsdl` gives its description. */
export const KIR_PATH = '/kir/layanan.php';

/** A digest is accepted for so long: the nonce of an older message may have been read on the way. */
const DIGEST_LIFE_MS = 300_000;

/** The KIR service: SOAP 1.1, document/literal, with a UsernameToken in every message, of either type. */
export function createDishub(register: VehicleRegister): LegacySystem {
  return {
    name: 'dishub',
    routes: [
      { operation: 'kir', method: 'POST', path: KIR_PATH, answer: (call) => answerCall(call, register) },
      { operation: 'wsdl', method: 'GET', path: KIR_PATH, answer: answerWsdl },
    ],
    unknownOperation: () => ({ status: 404, headers: HTML, body: '<h1>Not Found</h1>\n' }),
    quotaExhausted: () => answerFault('SOAP-ENV:Client.LimitExceeded', 'Batas akses harian terlampaui'),
  };
}

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const WSDL = readFileSync(new URL('./kir.wsdl', import.meta.url), 'utf8');

function answerWsdl({ query }: SystemCall): SystemAnswer {
  if (query.has('wsdl')) return { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: WSDL };
  return { status: 200, headers: HTML, body: '<h1>Layanan KIR</h1>\n<p>Please use a SOAP client.</p>\n' };
}

function answerCall({ text }: SystemCall, register: VehicleRegister): SystemAnswer {
  const request = readSoapRequest(text);
  if (!request) return answerFault('SOAP-ENV:Client', 'Bad Request');
  if (request.token.size === 0) return answerFault('wsse:InvalidSecurity', 'Header WS-Security tidak ada');
  if (!isKnown(request)) return answerFault('wsse:FailedAuthentication', 'User atau password salah');
  switch (request.operation) {
    case 'CekUji':
      return answerVehicle('CekUji', 'noUji', request, register.findByTestNumber);
    case 'CekNoPol':
      return answerVehicle('CekNoPol', 'noRegistrasi', request, register.findByPlate);
    default:
      return answerFault('SOAP-ENV:Client', 'Operasi tidak dikenal');
  }
}

function isKnown({ token, isDigest }: SoapRequest): boolean {
  if (token.get('Username') !== DISHUB_ACCOUNT.user) return false;
  const password = token.get('Password') ?? '';
  if (!isDigest) return password === DISHUB_ACCOUNT.password;
  const [nonce = '', created = ''] = [token.get('Nonce'), token.get('Created')];
  const age = Math.abs(Date.now() - Date.parse(created));
  const hash = createHash('sha1')
    .update(Buffer.from(nonce, 'base64'))
    .update(created + DISHUB_ACCOUNT.password);
  return nonce !== '' && age <= DIGEST_LIFE_MS && password === hash.digest('base64');
}

function answerVehicle(
  operation: string,
  parameter: string,
  { parameters }: SoapRequest,
  find: (number: string) => Vehicle | undefined,
): SystemAnswer {
  const number = parameters.get(parameter) ?? '';
  if (number.trim() === '') return answerFault('SOAP-ENV:Client', `Parameter ${parameter} wajib diisi`);
  const vehicle = find(number);
  if (!vehicle) return answerFault('SOAP-ENV:Client.NotFound', 'Kendaraan tidak ditemukan');
  return answerElement(`${operation}Response`, [
    ['kendaraan', Object.entries(vehicle.row)],
    ...vehicle.tests.map((test) => ['hasil_uji', Object.entries(test)] as const),
  ]);
}
