import type { DeskContent, OfferingChange } from '../../modules/programme-desk/index.ts'
import { dayIn, numberIn, orNull, trimmed } from './read-fields.ts'
import { textIn } from './teaching-action.ts'

type Offerings = DeskContent['offerings']

/** An offering as it stands, for a change that leaves it as it is. */
export function asChange({ id, placeName, facts }: Offerings[number]): OfferingChange {
  const { online, siteDays, lessonDays, feeEuro, funding, rolling, starts, incomeMonthEuro } = facts
  return {
    ...{ id, online, rolling, place: placeName ?? null },
    ...(siteDays === undefined ? {} : { siteDays }),
    ...(lessonDays === undefined ? {} : { lessonDays }),
    ...(feeEuro === undefined ? {} : { feeEuro }),
    ...(incomeMonthEuro === undefined ? {} : { incomeMonthEuro }),
    funding: funding.map((one) => ({ ...one })),
    starts: starts.map((one) => ({ ...one })),
  }
}

/** All offerings, with the one of the form in its place; a form without an id is a new one. @throws TeachingFormWrong */
export function withOffering(form: FormData, kept: Offerings): OfferingChange[] {
  const id = textIn(form, 'offering')
  const there = kept.some((one) => one.id === id)
  const given = readOffering(form)
  const others = kept.map((one) => (one.id === id ? { ...given, id } : asChange(one)))
  return there ? others : [...others, given]
}

function readOffering(form: FormData): OfferingChange {
  return {
    online: form.get('online') !== null,
    place: orNull(trimmed(form, 'place').slice(0, 80)),
    siteDays: numberIn(form, 'siteDays'),
    lessonDays: lessonDaysIn(form),
    feeEuro: numberIn(form, 'feeEuro'),
    incomeMonthEuro: numberIn(form, 'incomeMonthEuro'),
    rolling: form.get('rolling') !== null,
    funding: form.getAll('scheme').flatMap((scheme, at) => {
      const euro = numberIn(form, `schemeEuro-${at}`)
      return euro === null ? [] : [{ scheme: String(scheme), euro }]
    }),
    starts: startsIn(form),
  }
}

/** The days that were ticked, as a set; none at all: not known. */
function lessonDaysIn(form: FormData): number | null {
  const days = Array.from({ length: 7 }, (_, day) => (form.get(`lessonDay-${day}`) === null ? 0 : 1 << day))
  return days.reduce((sum, day) => sum + day, 0) || null
}

function startsIn(form: FormData): OfferingChange['starts'] {
  const rows = Math.min(Number(textIn(form, 'startRows')) || 0, 60)
  return Array.from({ length: rows }, (_, at) => at).flatMap((at) => {
    const date = dayIn(form, `date-${at}`)
    if (date === undefined) return []
    const [seats, enrolFrom, enrolUntil] = [
      numberIn(form, `seats-${at}`),
      dayIn(form, `enrolFrom-${at}`),
      dayIn(form, `enrolUntil-${at}`),
    ]
    return [
      {
        date,
        ...(seats === null ? {} : { seats }),
        ...(enrolFrom === undefined ? {} : { enrolFrom }),
        ...(enrolUntil === undefined ? {} : { enrolUntil }),
      },
    ]
  })
}
