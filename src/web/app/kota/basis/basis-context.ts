import { createContext, useContext } from 'react';
import type { ShownMetric } from '../measures/measures.ts';

/** A figure that somebody wants to see the basis of: the city's without a code. */
export interface OpenedFigure {
  readonly metric: ShownMetric;
  readonly code: string | undefined;
  /** As it stands on the page. */
  readonly title: string;
  readonly figure: string;
}

export const BasisContext = createContext<(figure: OpenedFigure) => void>(() => undefined);

/** Gives the function that opens where a figure comes from. */
export function useOpenBasis(): (figure: OpenedFigure) => void {
  return useContext(BasisContext);
}
