import { useRef } from 'react';

/** The value as it was when `of` was first seen; a new one only when `of` changes. */
export function useFirst<Value>(value: Value, of: string): Value {
  const first = useRef({ value, of });
  if (first.current.of !== of) first.current = { value, of };
  return first.current.value;
}
