/** Stub. */
export function Clinic() {
  return null;
}
