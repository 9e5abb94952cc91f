import { z } from 'zod'

/** What messages about a cohort need. Nothing in it says who takes part: the mailbox of an organisation is read by many. */
export const cohortData = z.strictObject({
  /** Address of the page of who gets it. */
  path: z.string().startsWith('/'),
  programme: z.string().min(1),
  /** Name of the organisation that teaches it. */
  educator: z.string().min(1),
  startsOn: z.iso.date(),
  /** Day by which everybody should know. */
  settleBy: z.iso.date(),
})

export const cohortExample = {
  path: '/nl/groep-starten/voorbeeld',
  programme: 'Systeembeheer, werken en leren',
  educator: 'Leerhuis De Brug (demo)',
  startsOn: '2027-02-15',
  settleBy: '2027-01-18',
} as const
