import { z } from 'zod'

/** What a part of the search is told: which vacancies, and which share of the people who asked for it. Nothing about anybody. */
export const alertPartSchema = z.strictObject({
  vacancies: z.array(z.string()).min(1),
  part: z.number().int().min(0),
  of: z.number().int().min(1),
  /** Of the vacancies, with which these came: an engine that has not come so far does not know them all. */
  revision: z.number().int().min(0),
})
export type AlertPart = z.infer<typeof alertPartSchema>

/** A new vacancy to which the training of a kept plan leads as well. Moments are milliseconds since 1970. */
export interface VacancyAlert {
  readonly vacancy: string
  readonly title: string
  readonly employer: string
  /** The way to it: its id in the planner. */
  readonly plan: string
  readonly foundAt: number
}
