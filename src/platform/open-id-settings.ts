import { z } from 'zod'

const provider = z.strictObject({
  /** In addresses of the site: a word. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** On its button. */
  label: z.string().min(1).max(60),
  issuer: z.string().refine((text) => /^https:\/\/[^?#]+$/.test(text) && URL.canParse(text)),
  clientId: z.string().min(1).max(300),
  clientSecret: z.string().min(1).max(500),
  /** Whether its `email_verified` is proof enough to join an account; without it a link is mailed first. */
  vouchesForEmail: z.boolean().default(false),
})

export type OpenIdProviderSettings = z.output<typeof provider>

/** Providers as JSON: a list of them, each with a name of its own. */
export const openIdProviders = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(
    z
      .array(provider)
      .min(1)
      .max(10)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length),
  )
