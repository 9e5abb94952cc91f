import { z } from 'zod'
import { reasonCodes } from './introduction-reasons.ts'

/** What messages about an introduction need. Nothing in it says who the person is: the mailbox of an organisation is read by many. */
export const introductionData = z.strictObject({
  /** Address of the introduction. */
  path: z.string().startsWith('/'),
  organisation: z.string().min(1),
  vacancy: z.string().min(1),
  /** The number of a profile without a name: '4127'. */
  handle: z.string().regex(/^\d{4,7}$/),
  /** Last day to answer. */
  dueOn: z.iso.date().optional(),
})

/** With a no or with silence: why, by its code, and the next best plan of the person. */
export const introductionEndData = introductionData.extend({
  reason: z.enum(reasonCodes).optional(),
  text: z.string().min(1).optional(),
  next: z
    .strictObject({
      title: z.string().min(1),
      employer: z.string().min(1).optional(),
      readyOn: z.iso.date().optional(),
      path: z.string().startsWith('/'),
    })
    .optional(),
})

export const introductionExample = {
  path: '/nl/kennismakingen/voorbeeld',
  organisation: 'Voorbeeld ICT (demo)',
  vacancy: 'Systeembeheerder',
  handle: '4127',
  dueOn: '2026-12-07',
} as const

export const introductionEndExample = {
  ...introductionExample,
  reason: 'skillMissing',
  text: 'Bel ons gerust als je de cursus hebt gedaan.',
  next: { title: 'Systeembeheerder', employer: 'Voorbeeld Zorg (demo)', readyOn: '2027-04-09', path: '/nl/routes/voorbeeld' },
} as const

const days = {
  nl: new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
} as const

/** A day in words: '7 december 2026'. */
export const inWords = (date: string, language: 'nl' | 'en'): string => days[language].format(new Date(`${date}T00:00:00Z`))

/** The next plan as sentences; none where there is none. */
export function nextInWords(next: z.infer<typeof introductionEndData>['next'], language: 'nl' | 'en'): string[] {
  if (!next) return []
  const { title, employer, readyOn } = next
  if (language === 'nl') {
    const when = readyOn === undefined ? '' : ` Klaar op ${inWords(readyOn, 'nl')}.`
    return [`Je beste volgende route: ${title}${employer === undefined ? '' : ` bij ${employer}`}.${when}`]
  }
  const when = readyOn === undefined ? '' : ` Ready on ${inWords(readyOn, 'en')}.`
  return [`Your best next route: ${title}${employer === undefined ? '' : ` at ${employer}`}.${when}`]
}
