import { z } from 'zod'
import { type Api, problemSchema, todayInAmsterdam } from '../../../platform/index.ts'
import { aboutSchema, badgeKinds, frameworks } from './achievement.ts'
import { type Badge, revokeReasons } from './badge.ts'
import type { Badges } from './create-badges.ts'

const organisation = z
  .string()
  .min(1)
  .max(300)
  .meta({ examples: ['demo-organisation-educator'] })
const text = z.string().trim().min(1).max(2000)

const example = {
  email: 'tijn@demo.example',
  about: { kind: 'outcome', ref: 'linux-1' },
  title: 'Linux beheren',
  description: 'Wie dit bewijs heeft, beheert een server met Linux.',
  criteria: 'Drie opdrachten, gezien door een docent.',
}

const askedSchema = z
  .strictObject({
    email: z.string().max(254).describe('Of who gets it. They get a mail, and nothing is signed before they say yes.'),
    mailLanguage: z.enum(['nl', 'en']).default('nl'),
    about: aboutSchema.describe('What it is about, with your own name for it. An employer issues `practice` only.'),
    title: text.max(120),
    description: text,
    criteria: text.describe('What somebody had to do for it.'),
    language: z.enum(['nl', 'en']).default('nl'),
    credits: z.number().positive().max(300).exactOptional().describe('Study credits (EC).'),
    alignments: z
      .array(
        z.strictObject({
          framework: z.enum(frameworks),
          name: text.max(300),
          url: z.string().max(500),
          code: text.max(100).exactOptional(),
        }),
      )
      .max(40)
      .exactOptional(),
    evidence: z
      .array(z.strictObject({ description: text.max(500), hash: z.string().exactOptional().describe('SHA-256, hexadecimal.') }))
      .max(40)
      .exactOptional(),
    validUntil: z.iso.datetime().exactOptional().describe('Left out: it does not end.'),
  })
  .meta({ examples: [example] })

const badgeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(badgeKinds),
    ref: z.string(),
    title: z.object({ nl: z.string(), en: z.string() }),
    issuedOn: z.string(),
    validUntil: z.string().nullable(),
    isAccepted: z.boolean(),
    isPublic: z.boolean().describe('Whether its holder shows it at its address.'),
    revoked: z.object({ on: z.string(), reason: z.enum(revokeReasons) }).nullable(),
  })
  .meta({ id: 'IssuedBadge' })

const problems = { 401: problemSchema, 403: problemSchema, 404: problemSchema }
const writeProblems = { ...problems, 400: problemSchema, 409: problemSchema }

/** An organisation's badges for its own systems: with a key that has the scope `credentials:write`, or as somebody who is signed in. */
export function badgeEndpoints(app: Api, badges: Pick<Badges, 'desk' | 'offer' | 'revoke'>): void {
  app.get(
    '/organisations/:organisation/badges',
    {
      config: { action: 'badge.read' },
      schema: {
        summary: 'Badges that an organisation issued, the newest first',
        description: 'Not who holds them. At most 500. A key needs the scope `credentials:write`.',
        tags: ['badges'],
        params: z.object({ organisation }),
        response: { 200: z.object({ items: z.array(badgeSchema) }), ...problems },
      },
    },
    async (request) => ({ items: (await badges.desk(request.actor, request.params.organisation)).badges.map(viewOf) }),
  )

  app.post(
    '/organisations/:organisation/badges',
    {
      config: { action: 'badge.issue' },
      schema: {
        summary: 'Offers a badge to an address',
        description:
          'The answer is the same whether or not somebody has an account with that address. The id is that of the badge, once it is accepted. A key needs the scope `credentials:write`.',
        tags: ['badges'],
        params: z.object({ organisation }),
        body: askedSchema,
        response: { 201: z.object({ id: z.string() }), ...writeProblems },
      },
    },
    async (request, reply) => {
      const { validUntil, ...asked } = request.body
      const until = validUntil === undefined ? {} : { validUntil: Date.parse(validUntil) }
      reply.code(201)
      return badges.offer(request.actor, { ...asked, ...until, organisation: request.params.organisation })
    },
  )

  app.post(
    '/organisations/:organisation/badges/:id/revocation',
    {
      config: { action: 'badge.revoke' },
      schema: {
        summary: 'Revokes a badge, for good',
        description: 'It stands in the public status list at once. A key needs the scope `credentials:write`.',
        tags: ['badges'],
        params: z.object({
          organisation,
          id: z
            .string()
            .min(1)
            .max(300)
            .meta({ examples: ['demo-badge'] }),
        }),
        body: z.strictObject({ reason: z.enum(revokeReasons) }).meta({ examples: [{ reason: 'mistake' }] }),
        response: { 200: z.object({ id: z.string(), reason: z.enum(revokeReasons) }), ...writeProblems },
      },
    },
    async (request) => {
      const { organisation: of, id } = request.params
      await badges.revoke(request.actor, of, id, request.body.reason)
      return { id, reason: request.body.reason }
    },
  )
}

function viewOf({
  id,
  kind,
  ref,
  achievement,
  issuedAt,
  validUntil,
  acceptedAt,
  isPublic,
  revoked,
}: Badge): z.infer<typeof badgeSchema> {
  return {
    ...{ id, kind, ref, title: achievement.title, issuedOn: todayInAmsterdam(issuedAt), isPublic },
    validUntil: validUntil === undefined ? null : new Date(validUntil).toISOString(),
    isAccepted: acceptedAt !== undefined,
    revoked: revoked ? { on: todayInAmsterdam(revoked.at), reason: revoked.reason } : null,
  }
}
