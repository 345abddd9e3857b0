/** Days of the calendar, as offices write them. */

/** Year, month and day, counted from 1; it need not be in the calendar. */
export type Day = readonly [year: number, month: number, day: number];

/** `2026年2月27日`, 2026-2-27, 2026/02/27; undefined for what is written otherwise. */
export function dayIn(text: string): Day | undefined {
  const match = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?:T00:00:00)?$/.exec(
    text.normalize('NFKC').replace(/\s+/g, ''),
  );
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}

/** No 30 February. */
export function isInCalendar([year, month, day]: Day): boolean {
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}

/** Budgets of the next year are not ready earlier. */
const firstMonth = 10;

/** Whether the budget of a year can be signed on a day: in that year, or late in the year before. */
export const canBeSigned = ([signed, month]: Day, year: number): boolean =>
  signed === year || (signed === year - 1 && month >= firstMonth);
