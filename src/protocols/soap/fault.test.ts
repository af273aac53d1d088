import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../outbound/index.ts';
import { text } from '../../outbound/testing/loopback.ts';
import { everythingIn } from '../testing/everything-in.ts';
import { askService } from './testing/ask-service.ts';
import { fault11, fault12, found, xml } from './testing/envelopes.ts';

const SECRET = 'NIK 1571991007900001 SALAH';
const html = (status: number) => text(`<h1>${SECRET}</h1>`, status);

describe('a fault that no case names', () => {
  it.each([
    ['wsse:FailedAuthentication', fault11('wsse:FailedAuthentication', SECRET), 'denied'],
    ['wsse:InvalidSecurity with 200', fault11('wsse:InvalidSecurity', SECRET, 200), 'denied'],
    ['Client.Authentication', fault11('soapenv:Client.Authentication', SECRET), 'denied'],
    ['a Sender that failed the authentication', fault12('Sender', 'FailedAuthentication', SECRET, 400), 'denied'],
    ['HTTP 401', html(401), 'denied'],
    ['HTTP 403 with a fault', fault11('soapenv:Server', SECRET, 403), 'denied'],
    ['Server', fault11('soapenv:Server', SECRET), 'unavailable'],
    ['Server with 200', fault11('soapenv:Server', SECRET, 200), 'unavailable'],
    ['an exception of Axis', fault11('soapenv:Server.userException', SECRET), 'unavailable'],
    ['Receiver', fault12('Receiver', 'Sibuk', SECRET, 500), 'unavailable'],
    ['HTTP 500 without a fault', html(500), 'unavailable'],
    ['HTTP 500 with an answer', xml(found(`<n:jumlah>${SECRET}</n:jumlah>`), 500), 'unavailable'],
    ['HTTP 503', html(503), 'unavailable'],
    ['Client', fault11('soapenv:Client', SECRET), 'badAnswer'],
    ['Sender', fault12('Sender', 'NomorSalah', SECRET, 400), 'badAnswer'],
    ['VersionMismatch', fault11('soapenv:VersionMismatch', SECRET), 'badAnswer'],
    ['a code of its own', fault11('X-01', SECRET), 'badAnswer'],
    ['HTTP 400 without a fault', html(400), 'badAnswer'],
    ['HTTP 404', html(404), 'badAnswer'],
    ['HTTP 429', html(429), 'quota'],
  ])('%s', async (_name, handle, kind) => {
    const { outcome } = await askService(handle);
    expect(outcome).toBeInstanceOf(CallFailure);
    expect(outcome).toMatchObject({ kind });
    expect(everythingIn(outcome)).not.toContain(SECRET);
  });
});

const cases = [
  { when: { rc: '01' }, is: 'empty' },
  { when: { 'fault.code': ['NotFound', 'TidakAda'] }, is: 'empty' },
  { when: { 'fault.code': 'Server', 'fault.reason': 'Data tidak ditemukan' }, is: 'empty' },
  { when: { 'fault.code': 'Server', 'data.x': '1' }, is: 'empty' },
  { when: { 'fault.reason': 'kuota habis' }, is: 'quota' },
];

describe('a fault that a case names', () => {
  it.each([
    ['by its last code', fault11('soapenv:Client.NotFound', 'x'), 'NotFound'],
    ['by its subcode', fault12('Sender', 'TidakAda', 'x', 400), 'TidakAda'],
    ['by its code and reason', fault11('soapenv:Server', ' Data tidak ditemukan\n'), 'Server'],
    ['by its reason in SOAP 1.2', fault12('Receiver', 'E9', 'kuota habis', 500), 'E9'],
  ])('%s is an answer', async (_how, handle, code) => {
    const { outcome } = await askService(handle, { cases });
    expect(outcome).toEqual({ fault: { code, reason: expect.stringMatching(/^\S/) } });
  });

  it.each([
    ['with another reason', fault11('soapenv:Server', 'Data rusak')],
    ['with a case that asks for more than a fault has', fault11('soapenv:Server', 'x')],
    ['with a code that is a part of it', fault11('soapenv:Client.NotFoundAtAll', 'x')],
  ])('is none %s', async (_how, handle) => {
    const { outcome } = await askService(handle, { cases });
    expect(outcome).toBeInstanceOf(CallFailure);
  });
});
