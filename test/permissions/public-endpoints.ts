/** Endpoints without an action: each is listed here, so that none is public because somebody forgot to say what it is. */
import type { Ask, Case } from './ask.ts'
import type { World } from './world.ts'

const publicEndpoints: readonly string[] = [
  'GET /api/v1/algorithm',
  'GET /api/v1/concepts',
  'GET /api/v1/concepts/:id',
  'POST /api/v1/doors',
  'GET /api/v1/exports/trainings.csv',
  'GET /api/v1/exports/trainings.ndjson',
  'GET /api/v1/exports/trainings.ooapi',
  'GET /api/v1/exports/vacancies.csv',
  'GET /api/v1/exports/vacancies.jsonld',
  'GET /api/v1/exports/vacancies.ndjson',
  'GET /api/v1/funding',
  'GET /api/v1/health',
  'GET /api/v1/handover-kits',
  'GET /api/v1/handover-kits/:id',
  'GET /api/v1/initiatives',
  'GET /api/v1/initiatives/:id',
  'GET /api/v1/initiatives/:id/outcomes',
  'POST /api/v1/funding-checks',
  'POST /api/v1/matches',
  'GET /api/v1/occupations',
  'GET /api/v1/occupations/:id',
  'GET /api/v1/offerings/:id',
  'GET /api/v1/ooapi/v6',
  'GET /api/v1/ooapi/v6/learning-outcomes',
  'GET /api/v1/ooapi/v6/learning-outcomes/:id',
  'GET /api/v1/ooapi/v6/organisations',
  'GET /api/v1/ooapi/v6/organisations/:id',
  'GET /api/v1/ooapi/v6/programme-offerings/:id',
  'GET /api/v1/ooapi/v6/programmes',
  'GET /api/v1/ooapi/v6/programmes/:id',
  'GET /api/v1/ooapi/v6/programmes/:id/programme-offerings',
  'GET /api/v1/openapi.json',
  'GET /api/v1/outcome-comparison',
  'GET /api/v1/outcome-definitions',
  'POST /api/v1/plans',
  'POST /api/v1/pool-effects',
  'GET /api/v1/programmes',
  'GET /api/v1/programmes/:id',
  'GET /api/v1/programmes/:id/offerings',
  'GET /api/v1/programmes/:id/outcomes',
  'GET /api/v1/vacancies',
  'GET /api/v1/vacancies/:id',
  'GET /api/v1/vacancies/facets',
  'POST /api/v1/vacancy-checks',
  'POST /api/v1/why-not',
]

/** Of those whose example the description gives in another way. */
const bodies: Readonly<Record<string, Pick<Ask, 'body'>>> = {
  'POST /api/v1/pool-effects': { body: { vacancy: 'demo-vacancy-1' } },
}

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document, walked by hand
type Json = any

/** How each is asked: with the examples of the API description. */
export async function publicCases({ app }: World): Promise<Readonly<Record<string, Case>>> {
  const document: Json = (await app.inject({ url: '/api/v1/openapi.json' })).json()
  return Object.fromEntries(
    publicEndpoints.map((name): [string, Case] => {
      const [method = '', path = ''] = name.split(' ')
      const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {}
      const examples = (operation.parameters ?? []).map((one: Json) => [one.name, one.in, exampleOf(one)])
      const of = (place: string): Record<string, string> =>
        Object.fromEntries(
          examples
            .filter(([, where, value]: Json[]) => where === place && value !== undefined)
            .map(([key, , value]: Json[]) => [key, String(value)]),
        )
      const content = operation.requestBody?.content?.['application/json']
      // With more than one they stand by name.
      const [several] = Object.values<Json>(content?.examples ?? {})
      const body = content && (content.example ?? several?.value ?? content.schema?.examples?.[0] ?? content.schema?.example)
      return [
        name,
        {
          asks: () => ({
            public: { params: of('path'), query: of('query'), ...(body ? { body } : bodies[name]), facts: { exists: true } },
          }),
        },
      ]
    }),
  )
}

const exampleOf = ({ example, examples, schema }: Json): unknown =>
  example ?? schema?.examples?.[0] ?? schema?.example ?? Object.values(examples ?? {})[0]
