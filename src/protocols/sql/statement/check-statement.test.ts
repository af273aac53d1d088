import { describe, expect, it } from 'vitest';
import type { Dialect } from '../address.ts';
import { checkStatement } from './check-statement.ts';
import { scanStatement } from './scan-statement.ts';

const ALLOWED: readonly (readonly [Dialect, string])[] = [
  ['postgres', 'SELECT a FROM t WHERE b = :b;'],
  ['postgres', 'with a as (select 1) select * from a'],
  ['postgres', "select 'delete from t; update' as note from t"],
  ['postgres', 'select "update", t.delete, insert(a, 1, 2, b), replace (a, b, c) from t'],
  ['postgres', 'select substring(a for 3) from t -- for update'],
  ['postgres', 'select last_update, updated_at, into_date from t'],
  ['mysql', 'select `update`, date_format(a, "%d; delete") from t # ; delete'],
];

const REFUSED: readonly (readonly [Dialect, string, string])[] = [
  ['postgres', '', 'is not a SELECT'],
  ['postgres', 'delete from t', 'is not a SELECT'],
  ['postgres', 'explain analyze delete from t', 'is not a SELECT'],
  ['postgres', '/* x */ insert into t values (1)', 'is not a SELECT'],
  ['mysql', 'call catat()', 'is not a SELECT'],
  ['mysql', 'set @a = 1', 'is not a SELECT'],
  ['postgres', 'select 1; delete from t', 'holds more than one statement'],
  ['postgres', 'select 1; select 2;', 'holds more than one statement'],
  ['mysql', "select '\\'; -- '; delete from t", 'holds more than one statement'],
  ['postgres', "select '\\'; delete from t --'", 'holds more than one statement'],
  ['postgres', 'with a as (delete from t returning *) select * from a', 'has the word DELETE'],
  ['postgres', 'with a as (select 1) insert into t select * from a', 'has the word INSERT'],
  ['postgres', 'with a as (select 1) merge into t using a on true', 'has the word MERGE'],
  ['postgres', 'select * into copy from t', 'has the word INTO'],
  ['mysql', "select a into outfile '/tmp/x' from t", 'has the word INTO'],
  ['postgres', 'select a from t for update', 'locks rows (for update)'],
  ['postgres', 'select a from t FOR NO KEY UPDATE', 'locks rows (for no)'],
  ['postgres', 'select a from t for /* x */ share', 'locks rows (for share)'],
  ['mysql', 'select a from t lock in share mode', 'locks rows (lock in)'],
  ['mysql', "select a /*!50000 into outfile '/tmp/x' */ from t", 'has a comment that MySQL runs'],
  ['mysql', 'select a /*M! into outfile 1 */ from t', 'has a comment that MySQL runs'],
  ['mysql', 'select a from t where b = ?', 'has a parameter without a name'],
  ['postgres', 'select a from t where b = $1', 'has a parameter without a name'],
  ['postgres', 'select a[lo:hi] from t', 'has a colon between two words'],
  ['postgres', "select 'a from t", 'has a quote or a comment that does not end'],
  ['postgres', 'select $x$ a $y$ from t', 'has a quote or a comment that does not end'],
  ['postgres', 'select /* /* */ a from t', 'has a quote or a comment that does not end'],
  ['mysql', 'select `a from t', 'has a quote or a comment that does not end'],
];

describe('a statement', () => {
  it.each(ALLOWED)('for %s is allowed: %s', (dialect, text) => {
    expect(checkStatement(scanStatement(text, dialect))).toEqual([]);
  });

  it.each(REFUSED)('for %s is refused: %s', (dialect, text, message) => {
    const mistakes = checkStatement(scanStatement(text, dialect));
    expect(mistakes.map((mistake) => mistake.message)).toEqual([message]);
  });
});
