import { z } from 'zod'
import { type OrganisationKind, organisationKinds } from '../permissions/index.ts'
import { readWebsite } from './website.ts'

/** What was checked, the strongest first said: a person looked the register number up, a link was opened at its domain, or nothing. */
export const verifications = ['unverified', 'domain', 'register'] as const
export type Verification = (typeof verifications)[number]

export interface Organisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly demo: boolean
  readonly verification: Verification
  /** The domain at which a link was opened: `voorbeeld.nl`. Only when that was checked. */
  readonly domain?: string
  /** KvK number, eight digits. Somebody looked it up only when `verification` is `register`. */
  readonly registerNumber?: string
  readonly placeName?: string
  /** Labour-market region, `AM07`. */
  readonly region?: string
  readonly website?: string
  readonly about?: string
  readonly closed: boolean
  /** Made by a region or branch for an employer of which nobody accepted yet: not shown to the public. */
  readonly isAwaited: boolean
}

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((text) => (text === '' ? undefined : text))
    .optional()

/** Eight digits; nobody is asked anything: whether it exists is looked up by a person. */
export const registerNumberSchema = z
  .string()
  .transform((text) => text.replaceAll(/[\s.]/g, ''))
  .pipe(z.string().regex(/^\d{8}$/, 'A KvK number has 8 digits.'))

const websiteSchema = z
  .string()
  .max(300)
  .optional()
  .transform((text, issues) => {
    if (text === undefined || text.trim() === '') return undefined
    const address = readWebsite(text)
    if (address === undefined) issues.addIssue({ code: 'custom', message: 'Fill in a web address, as https://voorbeeld.nl.' })
    return address
  })

/** What an owner says of an organisation. */
export const organisationFieldsSchema = z.object({
  name: z.string().trim().min(2, 'Fill in a name of at least 2 characters.').max(120),
  kind: z.enum(organisationKinds),
  registerNumber: z.union([z.literal('').transform((): string | undefined => undefined), registerNumberSchema]).optional(),
  placeName: optionalText(100),
  website: websiteSchema,
  about: optionalText(2000),
})
export type OrganisationFields = z.input<typeof organisationFieldsSchema>
export type ParsedFields = z.output<typeof organisationFieldsSchema>

/** The same for what is there already: its kind stays, since what members may do follows from it. */
export const changedFieldsSchema = organisationFieldsSchema.omit({ kind: true })
export type ChangedFields = z.input<typeof changedFieldsSchema>
