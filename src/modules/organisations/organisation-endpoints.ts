import { z } from 'zod'
import { type Api, cursorQuery, NotFound, pageOf, problemSchema } from '../../platform/index.ts'
import { organisationKinds } from '../permissions/index.ts'
import { type Organisation, verifications } from './organisation.ts'
import type { Organisations } from './organisations.ts'

const summary = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(organisationKinds),
    verification: z
      .enum(verifications)
      .describe(
        '`register`: a person looked its KvK number up. `domain`: one of its owners opened a link mailed to its domain. `unverified`: nothing was checked.',
      ),
    demo: z.boolean().describe('Invented, of the demo world.'),
    placeName: z.string().nullable(),
    region: z.string().nullable().describe('Labour-market region.'),
  })
  .meta({ id: 'OrganisationSummary' })

const named = z.object({ id: z.string(), name: z.string(), kind: z.enum(organisationKinds) })

const detail = z
  .object({
    ...summary.shape,
    domain: z.string().nullable().describe('The domain that was checked.'),
    website: z.string().nullable(),
    about: z.string().nullable(),
    memberOf: z.array(named).describe('Branches and regions that it is a member of.'),
    members: z.array(named).describe('Organisations that are a member of it.'),
  })
  .meta({ id: 'Organisation' })

/** What everybody may know of organisations. Who acts for them is not in it. */
export function organisationEndpoints(app: Api, organisations: Pick<Organisations, 'list' | 'find' | 'ties'>): void {
  app.get(
    '/organisations',
    {
      config: { action: 'organisation.read' },
      schema: {
        summary: 'Organisations, by name and kind',
        tags: ['organisations'],
        querystring: z.object({
          text: z.string().trim().min(1).max(200).optional().describe('All these words stand in the name.'),
          kind: z.enum(organisationKinds).optional(),
          ...cursorQuery,
        }),
        response: { 200: pageOf(summary), 400: problemSchema },
      },
    },
    async (request) => {
      const { items, next } = await organisations.list(request.query)
      return { items: items.map(summaryOf), ...(next === undefined ? {} : { next }) }
    },
  )

  app.get(
    '/organisations/:id',
    {
      config: { action: 'organisation.read' },
      schema: {
        summary: 'One organisation: what of it was checked, and what it is a member of',
        tags: ['organisations'],
        params: z.object({
          id: z
            .string()
            .min(1)
            .max(100)
            .meta({ examples: ['demo-organisation-employer-1'] }),
        }),
        response: { 200: detail, 404: problemSchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const found = await organisations.find(id)
      if (!found || found.closed || found.isAwaited) throw new NotFound('organisation', id)
      const { parents, children } = await organisations.ties(id)
      return {
        ...summaryOf(found),
        domain: found.domain ?? null,
        website: found.website ?? null,
        about: found.about ?? null,
        memberOf: parents.map(namedOf),
        members: children.map(namedOf),
      }
    },
  )
}

const namedOf = ({ id, name, kind }: Organisation): z.infer<typeof named> => ({ id, name, kind })

function summaryOf(one: Organisation): z.infer<typeof summary> {
  const { verification, demo, placeName = null, region = null } = one
  return { ...namedOf(one), verification, demo, placeName, region }
}
