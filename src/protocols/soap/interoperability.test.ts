import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from 'soap';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Source } from '../protocol.ts';
import { soap } from './index.ts';
import { WSDL_PATH } from './testing/envelopes.ts';

// Somebody else's implementation, so that not only the hub's own reading of the standards is tested.
const server = createServer();
const arrived: unknown[] = [];
const Cari = (args: { key: string }) => {
  arrived.push(args);
  if (args.key === 'tiada')
    throw { Fault: { faultcode: 'soap:Client.NotFound', faultstring: 'Data tidak ditemukan', statusCode: 500 } };
  return { jumlah: 1, daftar: { izin: [{ nomor: '007', biaya: 1000, terbit: '2026-01-02' }] }, catatan: ['a & b'] };
};

let source: Source;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // node-soap takes two bindings of one port type, and two operations with one element, for the same.
  const xml = readFileSync(WSDL_PATH, 'utf8')
    .replace(/<wsdl:binding name="Izin12"[\s\S]*?<\/wsdl:binding>/, '')
    .replace(/<wsdl:port name="Izin12".*<\/wsdl:port>/, '')
    .replace(/<wsdl:operation name="(?:CariBaru|Hapus)">.*<\/wsdl:operation>/g, '')
    .replace(/<wsdl:operation name="Hapus">[\s\S]*?<\/wsdl:operation>/g, '');
  await new Promise<void>((resolve, reject) => {
    const ready = (error: unknown) => (error ? reject(error) : resolve());
    const services = { Izin: { Izin11: { Cari } } };
    const service = listen(server, { path: '/izin', services, xml, uri: WSDL_PATH, callback: ready });
    service.authenticate = (security) => {
      const { Username, Password } = security?.UsernameToken ?? {};
      return Username === 'hub' && (Password?.$value ?? Password) === 'rahasia';
    };
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/izin`;
  const auth = { wsSecurity: { user: 'hub', password: 'rahasia' } };
  source = soap.open({ soap: url, wsdl: WSDL_PATH, auth }, { timeoutMs: 5000, concurrency: 2 });
});
afterAll(async () => {
  await source.close();
  server.closeAllConnections();
  server.close();
});

const ask = (key: string) => {
  const cases = [{ when: { 'fault.code': 'NotFound' }, is: 'empty' }];
  const spec = { call: 'Cari', body: { key: ':key', batas: 10, tahun: 2026 }, cases };
  return source.prepare({ name: 'ask', spec, isRead: true })({ key });
};

it('node-soap understands a call, and the hub its answer', async () => {
  expect(await ask('A & <B>')).toEqual({
    jumlah: '1',
    daftar: { izin: [{ nomor: '007', biaya: '1000', terbit: ['2026-01-02'], tolak: [] }] },
    catatan: ['a & b'],
  });
  expect(arrived.at(-1)).toMatchObject({ key: 'A & <B>', tahun: 2026, batas: 10 });
});

it('the hub understands its faults', async () => {
  expect(await ask('tiada')).toEqual({ fault: { code: 'NotFound', reason: 'Data tidak ditemukan' } });
});
