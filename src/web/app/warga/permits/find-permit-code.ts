/** System that `applyForPermit` brings applications to. */
const PERMITS = 'dpmptsp/perizinan';

interface Coded {
  readonly codes: readonly { readonly system: string; readonly code: string }[];
}

/** DPMPTSP's code of a service; undefined for one that cannot be applied for through the hub. */
export function findPermitCode({ codes }: Coded): string | undefined {
  return codes.find(({ system }) => system === PERMITS)?.code;
}
