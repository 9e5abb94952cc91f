import type { DateText } from '../../../platform/index.ts'
import type { TrainingContext } from '../intake/training-context.ts'
import type { OfferingRecord } from '../programme.ts'
import { fieldOf, isObject, type JsonObject, objectsOf } from './json.ts'
import { ownOfferingOf } from './read-consumer.ts'
import { dayOf, textsOf, Unreadable } from './read-values.ts'

/** An offering without what the record adds to it. */
export type ReadOffering = Omit<OfferingRecord, 'id' | 'programme' | 'demo'> & { readonly id?: string }

type Start = OfferingRecord['facts']['starts'][number]

const notGiven = ['concept', 'cancelled', 'inactive']
const mostEuros = 1_000_000
/** Modes of delivery (v6, and v5 under its own spelling) for which nobody needs to travel. */
const fromHome = ['online', 'distance-learning']

/** Why an offering is not given at all, in the words of its sender. */
export function whyNotGiven(content: JsonObject): string | undefined {
  const state = String(fieldOf(content, 'state', 'offeringState') ?? '')
  return notGiven.includes(state) ? `Its state is "${state}".` : undefined
}

/**
 * Reads an offering of OOAPI v5 or v6: one start, or entry at any time. What it does not say is left out.
 * @throws Unreadable where a field is not as the document wants it
 */
export function readOffering(content: JsonObject, context: TrainingContext, notes: string[]): ReadOffering {
  const own = ownOfferingOf(content, notes)
  const { id, programme: _programme, demo: _demo, region, placeName, ...ownFacts } = own
  const named = {
    ...(id === undefined ? {} : { id }),
    ...(region === undefined ? {} : { region }),
    ...(placeName === undefined ? {} : { placeName }),
  }
  // A record that Schakel wrote says all by itself, also what is not known.
  const { online, rolling, starts, funding } = ownFacts
  const isWhole = online !== undefined && rolling !== undefined && starts !== undefined && funding !== undefined
  if (isWhole) return { ...named, facts: ownFacts as OfferingRecord['facts'] }
  const { place, facts } = readFields(content, context, notes)
  return {
    ...(place.region === undefined ? {} : { region: place.region }),
    ...(place.name === undefined ? {} : { placeName: place.name }),
    ...named,
    facts: { ...facts, ...ownFacts } as OfferingRecord['facts'],
  }
}

function readFields(
  content: JsonObject,
  context: TrainingContext,
  notes: string[],
): { readonly place: Place; readonly facts: OfferingRecord['facts'] } {
  const address = addressOf(content)
  const place = placeOf(address, context) ?? {}
  const start = startOf(content)
  const feeEuro = feeOf(content, notes)
  const facts = {
    online: isOnline(content, address !== undefined),
    ...(place.at === undefined ? {} : { at: place.at }),
    ...(feeEuro === undefined ? {} : { feeEuro }),
    funding: [],
    rolling: isRolling(content, context.today),
    starts: start === undefined ? [] : [start],
  }
  return { place, facts }
}

function isOnline(content: JsonObject, hasAddress: boolean): boolean {
  const modes = textsOf(fieldOf(content, 'modesOfDelivery', 'modeOfDelivery'))
  return modes.length > 0 ? modes.every((mode) => fromHome.includes(mode)) && !hasAddress : false
}

function isRolling(content: JsonObject, today: DateText): boolean {
  const from = dayOf(
    fieldOf(content, 'flexibleEntryPeriodStartDateTime', 'flexibleEntryPeriodStart'),
    'flexibleEntryPeriodStartDateTime',
  )
  const until = dayOf(
    fieldOf(content, 'flexibleEntryPeriodEndDateTime', 'flexibleEntryPeriodEnd'),
    'flexibleEntryPeriodEndDateTime',
  )
  return from !== undefined && (until === undefined || until >= today)
}

/** The end of a period as a moment is midnight after its last day: a millisecond before that is still the last day. */
const lastMoment = 1

function startOf(content: JsonObject): Start | undefined {
  const date = dayOf(fieldOf(content, 'startDateTime', 'startDate'), 'startDateTime')
  if (date === undefined) return undefined
  const period = objectsOf(content.enrolmentPeriods).find((one) => one.startDateTime !== undefined)
  const enrolFrom = dayOf(period?.startDateTime ?? fieldOf(content, 'enrollStartDate', 'enrolStartDate'), 'enrolment start')
  const end = period ? period.endDateTime : fieldOf(content, 'enrollEndDate', 'enrolEndDate')
  const enrolUntil = dayOf(end, 'enrolment end', lastMoment)
  const seats = seatsOf(content)
  return {
    date,
    ...(seats === undefined ? {} : { seats }),
    ...(enrolFrom === undefined ? {} : { enrolFrom }),
    ...(enrolUntil === undefined ? {} : { enrolUntil }),
  }
}

/** How many can still come. */
function seatsOf(content: JsonObject): number | undefined {
  const most = content.maxNumberStudents
  if (most === undefined) return undefined
  const taken = content.enrolledNumberStudents ?? 0
  if (!isCount(most) || !isCount(taken))
    throw new Unreadable('maxNumberStudents and enrolledNumberStudents must be numbers of 0 or more')
  return Math.max(0, Math.floor(most - taken))
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** The whole price, with VAT. */
function feeOf(content: JsonObject, notes: string[]): number | undefined {
  const costs = objectsOf(content.priceInformation)
  const total = costs.find(({ costType }) => costType === 'total_costs' || costType === 'total costs') ?? undefined
  if (total === undefined) return undefined
  const text = String(total.amount ?? '').trim()
  const amount = Number(text)
  if (!/^\d+(?:\.\d{1,4})?$/.test(text) || amount > mostEuros)
    throw new Unreadable(`The amount "${text.slice(0, 40)}" of total_costs is no amount as "750.00"`)
  if (total.currency !== undefined && total.currency !== 'EUR') {
    notes.push(`Its price is in ${String(total.currency).slice(0, 10)}, so it is not known in euros.`)
    return undefined
  }
  return Math.round(amount)
}

function addressOf(content: JsonObject): JsonObject | undefined {
  const all = objectsOf(content.addresses)
  return all.find(({ addressType }) => addressType === 'teaching') ?? all.find(({ addressType }) => addressType !== 'postal')
}

const longestPlace = 80

interface Place {
  readonly name?: string
  readonly region?: string
  readonly at?: readonly [number, number]
}

/** By its coordinates where it has them; else by its postcode or town. */
function placeOf(address: JsonObject | undefined, { findPlace }: TrainingContext): Place | undefined {
  if (address === undefined) return undefined
  const city = fieldOf(address, 'city')
  const name =
    typeof city === 'string' && city.trim() !== '' ? city.replace(/\s+/g, ' ').trim().slice(0, longestPlace) : undefined
  const code = String(fieldOf(address, 'postCode', 'postalCode') ?? '')
  const postcode4 = /^([1-9]\d{3})\s?(?:[A-Za-z]{2})?$/.exec(code.trim())?.[1]
  const found = postcode4 || name ? findPlace({ postcode4, municipality: name }) : undefined
  const at = coordinatesOf(address) ?? found?.at
  const shown = name ?? found?.name
  return {
    ...(shown === undefined ? {} : { name: shown }),
    ...(found === undefined ? {} : { region: found.region }),
    ...(at === undefined ? {} : { at }),
  }
}

function coordinatesOf({ geolocation }: JsonObject): readonly [number, number] | undefined {
  if (!isObject(geolocation)) return undefined
  const { latitude, longitude } = geolocation
  const isWithin = (value: unknown, most: number): value is number => typeof value === 'number' && Math.abs(value) <= most
  return isWithin(latitude, 90) && isWithin(longitude, 180) ? [latitude, longitude] : undefined
}
