import type { AchievementRule } from './rules.ts';

/** What an achievement counts for: more than the cap's bound is worth the cap's points, less is worth itself (DOMAIN §1). */
export function countPoints(achievement: number, { cap }: Pick<AchievementRule, 'cap'>): number {
  return achievement > cap.above ? cap.points : achievement;
}

/** The word for an achievement; a bound belongs to the word above it (wp-eval-sakip; DOMAIN §1). */
export function nameAchievement(
  achievement: number,
  { bands, below }: Pick<AchievementRule, 'bands' | 'below'>,
): string {
  return bands.find(({ from }) => achievement >= from)?.predicate ?? below;
}
