import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { findCommandLine, findProcessMark } from './processes.ts';

it('marks a running process, always the same, and names its command', () => {
  expect(findProcessMark(process.pid)).toBeTruthy();
  expect(findProcessMark(process.pid)).toBe(findProcessMark(process.pid));
  expect(findCommandLine(process.pid)).toContain('node');
});

it('knows nothing of a process that has ended', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  const pid = child.pid ?? 0;
  await once(child, 'exit');
  expect(findProcessMark(pid)).toBeUndefined();
});
