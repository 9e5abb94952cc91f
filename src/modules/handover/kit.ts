import { z } from 'zod'

/** Under which terms material may be used again. */
export const licences = ['cc0', 'cc-by', 'cc-by-sa', 'cc-by-nc', 'ask', 'unknown'] as const
export type Licence = (typeof licences)[number]

export const phaseKinds = ['school', 'work', 'workAndSchool', 'selfStudy'] as const
export type PhaseKind = (typeof phaseKinds)[number]

const mostText = 4000
/** In one language of the site, or in both; nothing is translated by a machine. */
const someText = z.strictObject({
  nl: z.string().trim().min(1).max(mostText).exactOptional(),
  en: z.string().trim().min(1).max(mostText).exactOptional(),
})
const line = z.string().trim().min(1).max(300)
const days = z.number().min(0).max(7)

export const kitContentSchema = z.strictObject({
  title: someText,
  summary: someText.describe('What it is, and for whom.'),
  outline: someText.describe('How the programme goes, from the first day to the last.'),
  phases: z
    .array(
      z.strictObject({
        kind: z.enum(phaseKinds),
        weeks: z.number().int().min(1).max(312).exactOptional(),
        schoolDays: days.exactOptional().describe('A week.'),
        workDays: days.exactOptional().describe('A week.'),
      }),
    )
    .max(20),
  materials: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        title: line,
        licence: z.enum(licences),
        url: z
          .url({ protocol: /^https?$/ })
          .max(2000)
          .exactOptional(),
      }),
    )
    .max(100),
  agreements: z.array(z.string().min(1).max(100)).max(20).describe('Ids of templates (`data/agreements`).'),
  funding: z.array(z.string().min(1).max(100)).max(30).describe('Ids of dated rules (`data/rules`).'),
  needs: z.strictObject({
    teachers: line.exactOptional(),
    rooms: line.exactOptional(),
    groupSize: z.number().int().min(1).max(1000).exactOptional(),
    costEuro: z.number().int().min(0).max(10_000_000).exactOptional().describe('Of one group, all payers together.'),
    more: someText,
  }),
  contact: z.strictObject({
    email: z.email().max(300).exactOptional().describe('Of the organisation; never of a person.'),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .exactOptional(),
  }),
})

/** All that a kit says. Who can be asked as a person stands beside it: each of them put themselves there. */
export type KitContent = z.infer<typeof kitContentSchema>

export const emptyKit: KitContent = {
  ...{
    title: {},
    summary: {},
    outline: {},
    phases: [],
    materials: [],
    agreements: [],
    funding: [],
    needs: { more: {} },
    contact: {},
  },
}

export const kitStates = ['draft', 'published', 'withdrawn'] as const
export type KitState = (typeof kitStates)[number]

/** A kit on the desk of who hands over. */
export interface Kit {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  /** One of the catalogue that the organisation runs. */
  readonly initiative?: string | undefined
  /** Of its own desk: its outcomes go with the kit. */
  readonly programme?: string | undefined
  readonly state: KitState
  readonly content: KitContent
  /** Rises with every change. */
  readonly version: number
  /** The last version that was published; 0: none. */
  readonly published: number
  readonly changedAt: number
}

/** A kit as everybody sees it. */
export interface PublishedKit {
  readonly id: string
  readonly organisation: string
  readonly organisationName: string
  readonly demo: boolean
  readonly initiative?: string | undefined
  readonly programme?: string | undefined
  readonly number: number
  readonly publishedAt: number
  readonly content: KitContent
  /** Members who put themselves down. */
  readonly contacts: readonly { readonly name: string; readonly email: string }[]
}

/** A kit that was taken over: a copy of its own. */
export interface KitCopy {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly kit: string
  readonly fromOrganisation: string
  /** As it was called then. */
  readonly fromName: string
  /** The version of the original of which nothing is open any more. */
  readonly baseNumber: number
  /** What the original said of each field when it was last taken over, or left. */
  readonly base: KitContent
  readonly content: KitContent
  readonly version: number
  readonly takenAt: number
  readonly changedAt: number
}

/** In which languages a kit says what it is: a title and a summary. */
export function languagesOf({ title, summary }: KitContent): ('nl' | 'en')[] {
  return (['nl', 'en'] as const).filter((language) => title[language] !== undefined && summary[language] !== undefined)
}
