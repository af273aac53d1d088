/** Stub. */
export function Employee() {
  return null;
}
