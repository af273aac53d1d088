/** An indicator as far as its place in the cascade says it. */
export interface CascadeIndicator {
  readonly id: string;
  readonly parentId?: string | null | undefined;
}

/** An indicator with those of the same OPD that serve it. */
export interface CascadeNode<Indicator extends CascadeIndicator> {
  readonly indicator: Indicator;
  /** Number of the indicator above that is not among the OPD's own: the city's, or one that leads nowhere. */
  readonly servesOutside: string | undefined;
  readonly servedBy: readonly CascadeNode<Indicator>[];
}

/**
 * Orders an OPD's indicators by which serves which (PermenPANRB 89/2021). None is lost: one whose parent is elsewhere stands
 * at the top, and so does the first of a circle.
 */
export function buildCascade<Indicator extends CascadeIndicator>(
  indicators: readonly Indicator[],
): readonly CascadeNode<Indicator>[] {
  const ids = new Set(indicators.map(({ id }) => id));
  const placed = new Set<string>();
  const build = (indicator: Indicator): CascadeNode<Indicator> => {
    placed.add(indicator.id);
    const { parentId } = indicator;
    const below = indicators.filter((one) => one.parentId === indicator.id && !placed.has(one.id));
    return {
      indicator,
      servesOutside: typeof parentId === 'string' && !ids.has(parentId) ? parentId : undefined,
      servedBy: below.filter(({ id }) => !placed.has(id)).map(build),
    };
  };
  const tops = indicators.filter(({ parentId }) => typeof parentId !== 'string' || !ids.has(parentId)).map(build);
  const circles = indicators.flatMap((one) => (placed.has(one.id) ? [] : [build(one)]));
  return [...tops, ...circles];
}
