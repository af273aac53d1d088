import { describe, expect, it } from 'vitest';
import { decodeChange, encodeChange } from './link-changes.ts';

describe('the message that links have changed', () => {
  it('names the links', () => {
    const change = { indexKeyId: 'i1', links: [['pbb.nop', 'aGFzaA==']] as const };
    expect(decodeChange(encodeChange(change))).toEqual(change);
  });

  it('says "all" when naming them would not fit into a PostgreSQL message', () => {
    const links = Array.from({ length: 500 }, () => ['pbb.nop', 'x'.repeat(44)] as const);
    const payload = encodeChange({ indexKeyId: 'i1', links });
    expect(payload.length).toBeLessThan(8000);
    expect(decodeChange(payload)).toEqual({ indexKeyId: '', links: 'all' });
  });

  it.each(['', '{', 'null', '[]', '{"indexKeyId":1,"links":[]}', '{"indexKeyId":"i","links":[["a"]]}'])(
    'means all when it reads %j',
    (payload) => {
      expect(decodeChange(payload).links).toBe('all');
    },
  );
});
