import { z } from 'zod'

const amount = (most: number) => z.number().int().min(0).max(most)
const hours = (most: number) => z.number().min(0).max(most)

/** What a question may hold: amounts that a region can have. */
export const askedChoiceSchema = z.strictObject({
  region: z.string().min(1).max(10),
  aim: z.enum(['most', 'furthest']),
  budgetEuro: amount(100_000_000),
  teacherHours: amount(1_000_000).exactOptional(),
  roomWeeks: amount(100_000).exactOptional(),
  seniorHours: hours(100_000).exactOptional(),
  seatsWhereUnknown: z.number().int().min(1).max(200),
  teacherHoursPerWeek: hours(80),
  seniorHoursPerPerson: hours(20),
})
