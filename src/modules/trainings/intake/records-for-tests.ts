import type { Database } from '../../../platform/index.ts'
import type { TextReader } from '../../reading/index.ts'

// Records of OOAPI v6 as a school would send them, all but what a test says of them alike.
export const nl = (value: string) => [{ language: 'nl-NL', value }]
export const school = { organisationId: 'o-1', organisationType: 'root', name: nl('Voorbeeldschool'), primaryCode: {} }
export const outcome = (id: string, name: string, more: object = {}) => ({
  learningOutcomeId: id,
  primaryCode: {},
  name: nl(name),
  ...more,
})
export const programme = (id: string, more: object = {}) => ({
  programmeId: id,
  programmeType: 'programme',
  primaryCode: { codeType: 'identifier', code: id },
  name: [...nl('Leer bouwen'), { language: 'en-GB', value: 'Learn to build' }],
  description: nl('Een opleiding.'),
  duration: 'P12W',
  studyLoad: [{ studyLoadUnit: 'hour', value: 240 }],
  modeOfStudy: 'part_time',
  learningOutcomeIds: ['l-1'],
  organisationId: 'o-1',
  ...more,
})
export const offering = (id: string, of: string, more: object = {}) => ({
  programmeOfferingId: id,
  programmeId: of,
  primaryCode: {},
  name: nl('Najaar'),
  startDateTime: '2027-02-01T09:00:00+01:00',
  maxNumberStudents: 20,
  enrolledNumberStudents: 5,
  enrolmentPeriods: [{ startDateTime: '2026-12-01T00:00:00+01:00', endDateTime: '2027-01-16T00:00:00+01:00' }],
  priceInformation: [{ costType: 'total_costs', amount: '750.00', currency: 'EUR' }],
  addresses: [{ addressType: 'teaching', city: 'Utrecht' }],
  modesOfDelivery: ['presential'],
  ...more,
})
export const text = (value: unknown, name = 'trainings.json') => ({ name, text: JSON.stringify(value) })
export const shared = [school, outcome('l-1', 'Bouwen met Python')]

/** Knows one sentence by what it means. As the real one it asks the database, which must not happen within a transaction of the import. */
export const textsOf = (db: Database): Pick<TextReader, 'read'> => ({
  async read(_, asked) {
    await db.query('select 1')
    return asked.map(({ text }) => {
      const start = text.indexOf('de slangentaal')
      if (start < 0) return []
      const place = { start, end: start + 'de slangentaal'.length }
      return [
        {
          concept: 'python',
          concepts: ['python'],
          label: 'Python',
          words: 'de slangentaal',
          kind: 'essential',
          clause: place,
          ...place,
        },
      ]
    })
  },
})
