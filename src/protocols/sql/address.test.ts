import { describe, expect, it } from 'vitest';
import { SpecMistake } from '../protocol.ts';
import { readAddress } from './address.ts';

describe('the address of a database', () => {
  it('says all that is needed to connect', () => {
    expect(readAddress('mariadb://hub:p%40ss%25@10.1.2.3/tirta?sslmode=verify-full')).toEqual({
      dialect: 'mysql',
      host: '10.1.2.3',
      port: 3306,
      user: 'hub',
      password: 'p@ss%',
      database: 'tirta',
      tls: { rejectUnauthorized: true },
    });
    expect(readAddress('postgresql://hub@[::1]:6432/tirta')).toMatchObject({
      dialect: 'postgres',
      host: '::1',
      port: 6432,
      password: '',
      tls: false,
    });
  });

  it.each([
    ['', 'is not the address of a database'],
    ['10.1.2.3', 'is not the address of a database'],
    ['http://hub:rahasia@10.1.2.3/tirta', 'is not the address of a database'],
    ['postgres://10.1.2.3/tirta', 'is not the address of a database'],
    ['postgres://hub:rahasia@10.1.2.3', 'is not the address of a database'],
    ['postgres://hub:rahasia@10.1.2.3/a/b', 'is not the address of a database'],
    ['mysql://hub:rahasia@10.1.2.3/a?sslmode=maybe', 'has an option that is not known'],
    ['mysql://hub:rahasia@10.1.2.3/a?multipleStatements=true', 'has an option that is not known'],
    ['mysql://hub:rahasia%zz@10.1.2.3/a', 'has a % that encodes nothing'],
  ])('is refused without being repeated: %s', (text, message) => {
    expect(() => readAddress(text)).toThrow(SpecMistake);
    expect(() => readAddress(text)).toThrow(expect.objectContaining({ key: 'sql', message }));
    expect(() => readAddress(text)).not.toThrow('rahasia');
  });
});
