import { expect, it } from 'vitest';
import { rightsIn } from './list-rights.ts';

it.each([
  ["GRANT USAGE ON *.* TO `hub`@`%` IDENTIFIED BY PASSWORD '*AB12'", []],
  ['GRANT SELECT, SHOW VIEW ON `tirta`.* TO `hub`@`%`', []],
  ['GRANT SELECT (`a`, `b`) ON `tirta`.`t` TO `hub`@`%`', []],
  ['GRANT SELECT, INSERT (`a`, `b`), FILE ON `tirta`.`t` TO `hub`@`%`', ['INSERT on tirta.t', 'FILE on tirta.t']],
  ['GRANT ALL PRIVILEGES ON *.* TO `hub`@`%`', ['ALL PRIVILEGES on *.*']],
  ['GRANT SELECT ON `tirta`.* TO `hub`@`%` WITH GRANT OPTION', ['GRANT on tirta.*']],
  ['GRANT `petugas`@`%` TO `hub`@`%`', ['whatever its roles allow']],
])('reads what is more than reading out of: %s', (line, rights) => {
  expect(rightsIn(line)).toEqual(rights);
});
