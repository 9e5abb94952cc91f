import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Handover } from './create-handover.ts'
import { demoKit } from './demo.ts'
import { kitContentSchema } from './kit.ts'
import { kitDocument } from './kit-document.ts'

const kitSchema = z
  .object({
    id: z.string(),
    organisation: z.string(),
    organisationName: z.string(),
    demo: z.boolean(),
    initiative: z.string().optional(),
    programme: z.string().optional().describe('Its outcomes: `GET /programmes/{id}/outcomes`.'),
    version: z.number().int(),
    publishedAt: z.iso.datetime(),
    content: kitContentSchema,
  })
  .meta({ id: 'HandoverKit' })

const wholeSchema = kitSchema
  .extend({
    contacts: z.array(z.object({ name: z.string(), email: z.string() })).describe('Members who put themselves down.'),
    copies: z.number().int().describe('How many organisations took it over.'),
  })
  .meta({ id: 'HandoverKitWhole' })

const id = z.string().min(1).max(300)
const tags = ['initiatives']

export function handoverEndpoints(app: Api, handover: Handover): void {
  app.get(
    '/handover-kits',
    {
      schema: {
        summary: 'Kits with which an initiative can be taken over',
        description: 'The newest first.',
        tags,
        querystring: z.object({ initiative: id.optional().describe('Of this initiative of the catalogue.') }),
        response: { 200: z.object({ items: z.array(kitSchema) }) },
      },
    },
    async (request) => {
      const { initiative } = request.query
      return { items: (await handover.published(initiative === undefined ? {} : { initiative })).map(kitDocument) }
    },
  )

  app.get(
    '/handover-kits/:id',
    {
      schema: {
        summary: 'One kit, whole: its last version, and who can be asked',
        tags,
        params: z.object({ id: id.meta({ examples: [demoKit] }) }),
        response: { 200: wholeSchema, 404: problemSchema },
      },
    },
    async (request) => {
      const kit = await handover.get(request.params.id)
      return { ...kitDocument(kit), contacts: [...kit.contacts], copies: kit.copies }
    },
  )

  app.post(
    '/organisations/:organisation/handover-copies',
    {
      config: { action: 'kit.takeOver' },
      schema: {
        summary: 'Takes a kit over, as a copy of your own',
        tags,
        params: z.object({ organisation: id.meta({ examples: ['demo-organisation-region'] }) }),
        body: z.strictObject({ kit: id }).meta({ examples: [{ kit: demoKit }] }),
        response: {
          201: z.object({ id: z.string() }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
          409: problemSchema,
        },
      },
    },
    async (request, reply) => {
      const made = await handover.takeOver(request.actor, request.params.organisation, request.body.kit)
      reply.code(201)
      return { id: made }
    },
  )
}
