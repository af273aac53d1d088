// biome-ignore-all lint/suspicious/noTemplateCurlyInString: connector files name settings so.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmacAuthentication, type HmacSpec } from '../../protocols/rest/hmac.ts';
import {
  compileFormBody,
  compileJsonBody,
  compilePath,
  listBodyParameters,
  listPathParameters,
} from '../../protocols/rest/request-template.ts';
import { type ConnectorFile, parseConnectorFile } from './connector-file.ts';
import { fillSettings, type Settings } from './fill-settings.ts';

function fill(text: string, settings: Settings) {
  const file = parseConnectorFile('izin.yaml', text) as ConnectorFile;
  return fillSettings(file, file.content, settings);
}

describe('settings', () => {
  it('stand wherever a text names them, several in one and in lists', () => {
    const { content, problems } = fill('a: { b: ["${X}/${Y}", 1, null] }\n', { X: 'x', Y: '$&$1' });
    expect(content).toEqual({ a: { b: ['x/$&$1', 1, null] } });
    expect(problems).toEqual([]);
  });

  it('are not looked for in the value of a setting', () => {
    expect(fill('a: "${X}"\n', { X: '${Y}', Y: 'y' }).content).toEqual({ a: '${Y}' });
  });

  it.each([[{}], [{ X: '' }], [{ X: undefined }]])(
    'that are missing or empty (%j) are a mistake with a line',
    (settings) => {
      expect(fill('a: 1\nb:\n  c: "${X}"\n', settings).problems).toEqual([
        expect.objectContaining({ line: 3, message: 'the setting X is missing' }),
      ]);
    },
  );

  it('that are missing name only settings that begin alike', () => {
    const { problems } = fill('a: "${IZIN_ULR}"\n', { IZIN_URL: 'x', HOME: 'y' });
    expect(problems[0]?.suggestion).toBe('did you mean IZIN_URL?');
  });
});

describe('a secret that looks like a parameter', () => {
  const secret = { PASS: ':hunter2', DOUBLE: '::x' };

  it('stays a secret in a body and is no parameter', () => {
    const text = 'operations: { a: { body: { nik: ":nik", p: "${PASS}", d: "${DOUBLE}", colon: ":${PASS}" } } }\n';
    const { content } = fill(text, secret);
    const { body } = (content as { operations: { a: { body: unknown } } }).operations.a;
    expect(listBodyParameters(body)).toEqual(['nik']);
    expect(JSON.parse(compileJsonBody(body)({ nik: '1', hunter2: 'x' }))).toEqual({
      nik: '1',
      p: ':hunter2',
      d: '::x',
      colon: '::hunter2',
    });
  });

  it('stays a secret in the body of a log-in', () => {
    const { content } = fill('sources: { api: { auth: { login: { body: { p: "${PASS}" } } } } }\n', secret);
    const { body } = (content as { sources: { api: { auth: { login: { body: unknown } } } } }).sources.api.auth.login;
    expect(JSON.parse(compileJsonBody(body)({}))).toEqual({ p: ':hunter2' });
  });

  it('is no parameter in a path either', () => {
    const { content } = fill('operations: { a: { get: "/izin/:id?kunci=${PASS}" } }\n', secret);
    const { get } = (content as { operations: { a: { get: string } } }).operations.a;
    expect(listPathParameters(get)).toEqual(['id']);
    expect(compilePath(get)({ id: '7' })).toBe('/izin/7?kunci=%3Ahunter2');
  });

  it('stays a secret in a form', () => {
    const { content } = fill('operations: { a: { form: { nik: ":nik", p: "${PASS}" } } }\n', secret);
    const { form } = (content as { operations: { a: { form: Record<string, string> } } }).operations.a;
    expect(compileFormBody(form)({ nik: '1', hunter2: 'x' })).toBe('nik=1&p=%3Ahunter2');
  });

  it('is what it is in headers and passwords', () => {
    const { content } = fill('sources: { api: { auth: { bearer: "${PASS}" } } }\n', secret);
    expect(content).toEqual({ sources: { api: { auth: { bearer: ':hunter2' } } } });
  });
});

describe('a setting that looks like a placeholder of a signature', () => {
  it('stays what it is in what is signed, in headers and in the key', async () => {
    const text = `sources:
  api:
    auth:
      hmac:
        { header: X-Sign, algorithm: sha256, key: "\${KEY}", encode: hex, sign: "\${ID}&{method}", headers: { X-Id: "\${ID}" } }
`;
    const { content } = fill(text, { ID: '{body}{{x', KEY: '{k}' });
    const { hmac } = (content as { sources: { api: { auth: { hmac: HmacSpec } } } }).sources.api.auth;
    const request = { method: 'GET', path: '/', body: undefined, isRead: true, deadlineMs: 0 } as const;
    expect(await createHmacAuthentication(hmac, {}, '').headers(request)).toEqual({
      'x-id': '{body}{{x',
      'x-sign': createHmac('sha256', '{k}').update('{body}{{x&GET').digest('hex'),
    });
  });
});
