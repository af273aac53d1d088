import { describe, expect, it } from 'vitest';
import { maskValue } from './mask-value.ts';

describe('a number that is shown to its citizen', () => {
  it.each([
    ['157101000100501230', '••••••••••••••1230'],
    ['SC-1571-2026-00001', '••••••••••••••0001'],
    ['123456789012', '••••••••9012'],
    ['JB0000001', '••••••001'],
    ['01004711', '••••••11'],
    ['123', '••3'],
    ['12', '••'],
    ['', ''],
  ])('%s is %s', (value, masked) => {
    expect(maskValue(value, 'citizen')).toBe(masked);
  });

  it.each(['staff', 'application', 'anonymous'] as const)('is nothing to %s', (viewer) => {
    expect(maskValue('157101000100501230', viewer)).toBeUndefined();
  });
});
