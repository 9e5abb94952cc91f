import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'

/** The API as modules see it: endpoints are declared with zod schemas, one response schema per status. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** Problem JSON (RFC 9457): what is wrong, where, and what to do. */
export const problemSchema = z
  .object({
    type: z.string().describe('What kind of problem: a path under /problems/.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    problems: z
      .array(z.object({ where: z.string(), message: z.string() }))
      .optional()
      .describe('Field by field.'),
  })
  .meta({ id: 'Problem' })

/** A page of a list: `next` is an opaque cursor, left out on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() })

export const cursorQuery = {
  cursor: z.string().max(400).optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
}

export const languageQuery = z.enum(['nl', 'en']).default('nl').describe('Language of labels and titles.')

export const date = z.iso.date().describe('A day in Europe/Amsterdam.')
