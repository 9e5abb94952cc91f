/**
 * What a form begins with where nobody knows better. Assumptions, not facts: each stands on the page, can be changed there, and is named in
 * docs/engine/choosing.md.
 */
export const presets = {
  budgetEuro: 100_000,
  seatsWhereUnknown: 12,
  teacherHoursPerWeek: 8,
  seniorHoursPerPerson: 1,
  /** Hours a week that one more mentor, teacher hours that one more teacher, and room weeks that one more room would bring. */
  mentorHours: 4,
  teacherHours: 400,
  roomWeeks: 40,
} as const

/** Steps of the picture: amounts beside the budget that is asked. */
export const budgetSteps = [-20_000, -10_000, 10_000, 20_000] as const
export const nextBudget = 10_000
