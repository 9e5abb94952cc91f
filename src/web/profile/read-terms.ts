import type { Profile } from '../../modules/people/index.ts'
import { termSections } from './term-fields.ts'

export interface ReadTerms {
  readonly profile: Profile
  /** Fields whose text could not be used, with that text; what was kept before stays. */
  readonly wrong: Readonly<Record<string, string>>
}

const funding = ['can', 'cannot', 'ask'] as const

/** Takes a filled-in form over into a profile. What can be used is used; the rest is named. */
export function readTerms(profile: Profile, form: FormData, knowsPlace: (place: string) => boolean): ReadTerms {
  const wrong: Record<string, string> = {}
  let next = profile
  for (const field of termSections.flatMap(({ fields }) => fields)) {
    const text = field.kind === 'days' ? dayText(form) : String(form.get(field.name) ?? '').trim()
    const written = field.write(next, text)
    if (written) next = written
    else wrong[field.name] = text
  }
  next = takeHours(next, form, wrong)
  next = takePlace(next, form, knowsPlace, wrong)
  return { profile: takeFunding(next, form), wrong }
}

function dayText(form: FormData): string {
  return Array.from({ length: 7 }, (_, day) => (form.has(`day${day}`) ? '1' : '0')).join('')
}

function takeHours(profile: Profile, form: FormData, wrong: Record<string, string>): Profile {
  const [low, high] = ['hoursMin', 'hoursMax'].map((name) => String(form.get(name) ?? '').trim()) as [string, string]
  if (low === '' && high === '') return { ...profile, hours: undefined }
  const [min, max] = [Number(low || high), Number(high || low)]
  const isUsable = Number.isInteger(min) && Number.isInteger(max) && min >= 1 && max <= 60 && min <= max
  if (isUsable) return { ...profile, hours: [min, max] }
  wrong.hours = `${low} - ${high}`
  return profile
}

/** `3811`, `3811 AB` or the name of a municipality. The letters of a postcode are not kept. */
function takePlace(
  profile: Profile,
  form: FormData,
  knowsPlace: (place: string) => boolean,
  wrong: Record<string, string>,
): Profile {
  const text = String(form.get('place') ?? '').trim()
  const postcode4 = /^([1-9]\d{3})\s*([A-Za-z]{2})?$/.exec(text)?.[1]
  if (text === '') return { ...profile, postcode4: undefined, municipality: undefined }
  if (postcode4 !== undefined) return { ...profile, postcode4, municipality: undefined }
  if (text.length <= 80 && knowsPlace(text)) return { ...profile, municipality: text, postcode4: undefined }
  wrong.place = text.slice(0, 80)
  return profile
}

function takeFunding(profile: Profile, form: FormData): Profile {
  const answers: Record<string, (typeof funding)[number]> = {}
  for (const [name, value] of form) {
    const answer = funding.find((one) => one === value)
    if (name.startsWith('funding:') && answer) answers[name.slice('funding:'.length)] = answer
  }
  return { ...profile, funding: Object.keys(answers).length > 0 ? answers : undefined }
}
