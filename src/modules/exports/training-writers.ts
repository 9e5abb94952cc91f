import {
  learningOutcomeId,
  type OoapiLearningOutcome,
  type OoapiOrganisation,
  type Taught,
  type Trainings,
  toLearningOutcome,
  toOoapi,
  toTrainingCsv,
} from '../trainings/index.ts'
import type { WriterContext, Writers } from './create-exports.ts'
import { counted } from './pieces.ts'

type Source = Pick<Trainings, 'listProgrammes' | 'offeringsOf'>

const programmesAtOnce = 100

/** Programmes with their offerings; all three formats are read back by the import of trainings. */
export function trainingWriters(trainings: Source): Writers<'trainings'> {
  const all = ({ onRecord }: WriterContext) => counted(eachProgramme(trainings), onRecord)
  return {
    csv: {
      contentType: 'text/csv; charset=utf-8',
      ending: 'csv',
      write: (context) => toTrainingCsv(all(context)),
    },
    ooapi: {
      contentType: 'application/json; charset=utf-8',
      ending: 'json',
      write: (context) => asOoapi(trainings, context),
    },
    ndjson: {
      contentType: 'application/x-ndjson; charset=utf-8',
      ending: 'ndjson',
      async *write(context) {
        const shared = new Shared(context)
        for await (const one of all(context)) {
          const { programme, offerings } = toOoapi(one.programme, one.offerings)
          for (const record of [...shared.newOf(one), programme, ...offerings]) yield `${JSON.stringify(record)}\n`
        }
      },
    },
  }
}

/** One document with a list of each kind, as OOAPI v6 names them; the programmes are gone through twice, so that memory stays flat. */
async function* asOoapi(trainings: Source, context: WriterContext): AsyncGenerator<string> {
  const shared = new Shared(context)
  yield '{"programmes":['
  let at = 0
  for await (const one of counted(eachProgramme(trainings), context.onRecord)) {
    shared.newOf(one)
    yield `${at++ === 0 ? '\n' : ',\n'}${JSON.stringify(toOoapi(one.programme, one.offerings).programme)}`
  }
  yield '],\n"programmeOfferings":['
  at = 0
  for await (const one of eachProgramme(trainings))
    for (const offering of toOoapi(one.programme, one.offerings).offerings)
      yield `${at++ === 0 ? '\n' : ',\n'}${JSON.stringify(offering)}`
  yield `],\n"learningOutcomes":${JSON.stringify([...shared.outcomes.values()])},\n`
  yield `"organisations":${JSON.stringify([...shared.organisations.values()])}}\n`
}

/** Learning outcomes and providers, which several programmes share: each once. There are as many as skills and providers. */
class Shared {
  readonly outcomes = new Map<string, OoapiLearningOutcome>()
  readonly organisations = new Map<string, OoapiOrganisation>()
  readonly #context: WriterContext

  constructor(context: WriterContext) {
    this.#context = context
  }

  newOf({ programme }: Taught): (OoapiLearningOutcome | OoapiOrganisation)[] {
    const fresh: (OoapiLearningOutcome | OoapiOrganisation)[] = []
    for (const taught of programme.facts.outcomes) {
      const id = learningOutcomeId(taught)
      if (this.outcomes.has(id)) continue
      const outcome = toLearningOutcome(taught, named(this.#context, taught.skill))
      this.outcomes.set(id, outcome)
      fresh.push(outcome)
    }
    const { organisation } = toOoapi(programme, [])
    if (!this.organisations.has(organisation.organisationId)) {
      this.organisations.set(organisation.organisationId, organisation)
      fresh.push(organisation)
    }
    return fresh
  }
}

function named({ catalogue }: WriterContext, skill: string): { nl: string; en: string } {
  return { nl: catalogue.label(skill, 'nl'), en: catalogue.label(skill, 'en') }
}

/** A page at a time, so that memory stays flat. */
async function* eachProgramme(trainings: Source): AsyncGenerator<Taught> {
  for (let cursor: string | undefined; ; ) {
    const page = await trainings.listProgrammes({ limit: programmesAtOnce, ...(cursor === undefined ? {} : { cursor }) })
    const offerings = await trainings.offeringsOf(...page.items.map(({ id }) => id))
    for (const programme of page.items)
      yield { programme, offerings: offerings.filter((offering) => offering.programme === programme.id) }
    if (page.next === undefined) return
    cursor = page.next
  }
}
