import { describe, expect, it } from 'vitest';
import type { Dialect } from '../address.ts';
import { compileStatement } from './compile-statement.ts';
import { scanStatement } from './scan-statement.ts';

type Case = readonly [statement: string, compiled: string, names: readonly string[]];

const EVERYWHERE: readonly Case[] = [
  ['select a from t', 'select a from t', []],
  ['select \':no\', ":no" from t', 'select \':no\', ":no" from t', []],
  ["select 'it''s :no', 'x' from t", "select 'it''s :no', 'x' from t", []],
  ['select a -- :no\n from t', 'select a -- :no\n from t', []],
  ['select /* :no */ a from t', 'select /* :no */ a from t', []],
  ['select a from t;', 'select a from t', []],
  ['select a from t ; -- end :no\n /* ; */ ;', 'select a from t ', []],
];

const POSTGRES: readonly Case[] = [
  ['where a = :a and b>=:b_2 and c=:a', 'where a = $1 and b>=$2 and c=$1', ['a', 'b_2']],
  ['select :a::date, b::text', 'select $1::date, b::text', ['a']],
  ['select /* :no /* :no */ :no */ :a', 'select /* :no /* :no */ :no */ $1', ['a']],
  ['select $$ :no $$, :a', 'select $$ :no $$, $1', ['a']],
  ['select $t$ :no $$ $x$ :no $t$, :a', 'select $t$ :no $$ $x$ :no $t$, $1', ['a']],
  ['select a$b$c, :a, d$b$', 'select a$b$c, $1, d$b$', ['a']],
  ["select E'\\' :no', :a", "select E'\\' :no', $1", ['a']],
  ["select e'a'\n 'b\\' :no', :a", "select e'a'\n 'b\\' :no', $1", ['a']],
  ["select '\\', :a, '\\'", "select '\\', $1, '\\'", ['a']],
  ["select namE'x', :a", "select namE'x', $1", ['a']],
  ["select U&'d\\0061 :no' , B'01', :a", "select U&'d\\0061 :no' , B'01', $1", ['a']],
  ['select d#>>:a, d ? :b from t', 'select d#>>$1, d ? $2 from t', ['a', 'b']],
  ['select x[1:2], x[1 : 2], f(a := :a)', 'select x[1:2], x[1 : 2], f(a := $1)', ['a']],
  ['select a --:no', 'select a --:no', []],
];

const MYSQL: readonly Case[] = [
  ['where a = :a and b = :b and c = :a', 'where a = ? and b = ? and c = ?', ['a', 'b', 'a']],
  ["select '\\' :no', :a", "select '\\' :no', ?", ['a']],
  ['select "\\" :no", "x"" :no", :a', 'select "\\" :no", "x"" :no", ?', ['a']],
  ['select `a :no``\\`, :a', 'select `a :no``\\`, ?', ['a']],
  ['select a # :no\n, :a', 'select a # :no\n, ?', ['a']],
  ['select 5--:a', 'select 5--?', ['a']],
  ['select /* :no /* :no */ :a', 'select /* :no /* :no */ ?', ['a']],
  ['select @n := :a', 'select @n := ?', ['a']],
  ['select :a, "$$", $$ from t', 'select ?, "$$", $$ from t', ['a']],
];

function compile(text: string, dialect: Dialect) {
  const scanned = scanStatement(text, dialect);
  const compiled = compileStatement(scanned, dialect);
  // Each argument's value is its name, which shows the order.
  const names = scanned.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.parameter]));
  const values = compiled.bind(Object.fromEntries(names.map((name) => [name, name])));
  return { text: compiled.text, values, mistakes: scanned.mistakes };
}

describe.each([
  ['postgres', [...EVERYWHERE, ...POSTGRES]],
  ['mysql', [...EVERYWHERE, ...MYSQL]],
] as const)('a statement for %s', (dialect, cases) => {
  it.each(cases)('has the parameters that the server would see: %s', (text, compiled, names) => {
    expect(compile(text, dialect)).toEqual({ text: compiled, values: names, mistakes: [] });
  });
});

describe('a value', () => {
  const bind = (args: Record<string, string>) =>
    compileStatement(scanStatement('select :a', 'postgres'), 'postgres').bind(args);

  it('that is not given is null', () => {
    expect(bind({})).toEqual([null]);
  });

  it.each(['a\0b', '\ud800'])('that no database can store is refused before it is sent', (a) => {
    expect(() => bind({ a })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  });
});
