import { describe, expect, it } from 'vitest';
import { json, text } from '../../outbound/testing/loopback.ts';
import { EmptyAnswer } from '../protocol.ts';
import { closeAfterEach, failureOf, openOperation } from './testing/open-operation.ts';

closeAfterEach();

const operation = { get: '/izin', emptyStatus: [404, 204] };
const ask = async (...answer: Parameters<typeof text>) => {
  const { call } = await openOperation({ handle: text(...answer), operation });
  return call({});
};

describe('a status that says that there is no such record', () => {
  it.each([
    ['JSON', '{"pesan":"tidak ada"}', 404, { pesan: 'tidak ada' }],
    ['a page', '<h1>Not Found</h1>', 404, undefined],
    ['nothing', '', 204, undefined],
  ])('gives an empty answer whose content is %s, if that can be read', async (_name, body, status, content) => {
    const answer = await ask(body, status);
    expect(answer).toBeInstanceOf(EmptyAnswer);
    expect(answer).toEqual(new EmptyAnswer(content));
  });

  it('changes nothing for other statuses', async () => {
    expect(await ask('{"a":1}', 200)).toEqual({ a: 1 });
    expect(await failureOf(ask('{"a":1}', 410))).toMatchObject({ kind: 'badAnswer' });
    expect(await failureOf(ask('{"a":1}', 500))).toMatchObject({ kind: 'unavailable' });
  });

  it('is a failure where the connector file does not name it', async () => {
    const { call } = await openOperation({ handle: json({}, 404), operation: { get: '/izin' } });
    expect(await failureOf(call({}))).toMatchObject({ kind: 'badAnswer' });
  });
});
