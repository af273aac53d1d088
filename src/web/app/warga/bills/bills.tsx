/** Stub. */
export function Bills() {
  return null;
}
