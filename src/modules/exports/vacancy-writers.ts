import { toJobPosting, toVacancyCsv, type Vacancies } from '../vacancies/index.ts'
import type { WriterContext, Writers } from './create-exports.ts'
import { counted } from './pieces.ts'

type Source = Pick<Vacancies, 'eachPublished'>

/** Published vacancies. No format holds whom to call or mail: the record has no field for it. */
export function vacancyWriters(vacancies: Source): Writers<'vacancies'> {
  const all = ({ onRecord }: WriterContext) => counted(vacancies.eachPublished(), onRecord)
  async function* postings(context: WriterContext): AsyncGenerator<string> {
    const { catalogue } = context
    const nameOf = (id: string): string => catalogue.label(id, 'nl')
    for await (const vacancy of all(context)) yield JSON.stringify(toJobPosting(vacancy, { skill: nameOf, occupation: nameOf }))
  }
  return {
    csv: {
      contentType: 'text/csv; charset=utf-8; header=present',
      ending: 'csv',
      write: (context) => toVacancyCsv(all(context)),
    },
    ndjson: {
      contentType: 'application/x-ndjson; charset=utf-8',
      ending: 'ndjson',
      async *write(context) {
        for await (const posting of postings(context)) yield `${posting}\n`
      },
    },
    jsonld: {
      contentType: 'application/ld+json; charset=utf-8',
      ending: 'jsonld',
      async *write(context) {
        yield '{"@context":"https://schema.org","@graph":['
        let before = '\n'
        for await (const posting of postings(context)) {
          yield before + posting
          before = ',\n'
        }
        yield '\n]}\n'
      },
    },
  }
}
