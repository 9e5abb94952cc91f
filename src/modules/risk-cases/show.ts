import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import { listSeats, type Picture } from './case-store.ts'
import { addUp, type Cells, notTold } from './picture.ts'
import type { Offer, OfferShown, PictureShown, RiskCase, Seat, SeatShown } from './risk-case.ts'
import { asProgram, pictureTerms, type RiskCasesParts } from './work.ts'

/** Names of organisations, by id. */
export async function namesOf(
  parts: RiskCasesParts,
  inside: ActingDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await parts.organisations.findMany([...new Set(ids)], inside)).map(({ id, name }) => [id, name]))
}

/** Organisations of the circle, by name: what people who are asked may know before they answer. */
export async function circleNames(parts: RiskCasesParts, program: ActingDatabase, id: string): Promise<string[]> {
  const seats = await listSeats(program, id)
  const names = await namesOf(
    parts,
    program,
    seats.map(({ organisation }) => organisation),
  )
  return [...names.values()].sort((a, b) => a.localeCompare(b))
}

export async function showCircle(parts: RiskCasesParts, inside: ActingDatabase, one: RiskCase, own: Seat): Promise<SeatShown[]> {
  const seats = await asProgram(inside, (program) => listSeats(program, one.id))
  const names = await namesOf(
    parts,
    inside,
    seats.map(({ organisation }) => organisation),
  )
  return seats.map(({ account: _account, ...seat }) => ({
    ...seat,
    organisationName: names.get(seat.organisation) ?? '',
    isSelf: seat.id === own.id,
  }))
}

/** With titles; what is not there any more is named without one. Outside a transaction: it asks what is public. */
export async function showOffers(
  parts: RiskCasesParts,
  offers: readonly Offer[],
  { language, today }: { readonly language: Language; readonly today: DateText },
): Promise<OfferShown[]> {
  const ids = (kind: Offer['kind']) => offers.filter((offer) => offer.kind === kind).map(({ target }) => target)
  const vacancies = new Map((await parts.vacancies.publishedOf(ids('vacancy'))).map((one) => [one.id, one]))
  const { offerings, programmes } = await parts.trainings.ofIds({ offerings: ids('offering') })
  const organisations = await parts.organisations.findMany([...new Set(offers.map(({ organisation }) => organisation))])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return offers.map((offer) => {
    if (offer.kind === 'vacancy') {
      const found = vacancies.get(offer.target)
      return { ...offer, by: found?.employer ?? names.get(offer.organisation), ...(found ? { title: found.title } : {}) }
    }
    const offering = offerings.find(({ id }) => id === offer.target)
    const programme = programmes.find(({ id }) => id === offering?.programme)
    const startsOn = offering?.facts.starts
      .map(({ date }) => date)
      .filter((date) => date >= today)
      .sort()[0]
    return {
      ...offer,
      ...(programme ? { title: programme.title[language], by: programme.provider, programme: programme.id } : {}),
      ...(startsOn === undefined ? {} : { startsOn }),
    }
  })
}

/** All pictures together, with names in place of codes; outside a transaction. */
export async function showPicture(
  parts: RiskCasesParts,
  pictures: readonly Picture[],
  language: Language,
): Promise<PictureShown> {
  const cells = addUp(pictures.map((picture) => picture.cells))
  const { people } = await pictureTerms(parts)
  const last = pictures.at(-1)
  return {
    ...(last ? { madeOn: last.madeOn } : {}),
    people: pictures.length * people,
    cells,
    titles: await titlesOf(parts, cells, language),
  }
}

async function titlesOf(parts: RiskCasesParts, cells: Cells, language: Language): Promise<Record<string, string>> {
  const keys = cells.programmes.map(({ key }) => key)
  const { programmes } = await parts.trainings.ofIds({ offerings: [], programmes: keys })
  const groups: [string, string][] = []
  for (const { key } of cells.groups) if (key !== notTold) groups.push([key, await parts.groups.name(key, language)])
  const regions = cells.regions.flatMap(({ key }): [string, string][] => [[key, parts.regionName(key) ?? key]])
  return Object.fromEntries([
    ...regions.filter(([key]) => key !== notTold),
    ...groups,
    ...programmes.map(({ id, title }): [string, string] => [id, title[language]]),
  ])
}
