/** Stub. */
export function Account() {
  return null;
}
