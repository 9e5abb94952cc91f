import type { Alignment, AskedOffer, BadgeKind } from '../../modules/credentials/index.ts'
import { FormWrong } from './badge-action.ts'
import { nlqfLevels } from './nlqf-levels.ts'

type Text = (name: string) => string

const linesOf = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What stands in the form of a new badge. What is filled in is parsed by the module. @throws FormWrong where that could not even be asked */
export function readOffer(organisation: string, language: 'nl' | 'en', text: Text): AskedOffer {
  const credits = text('credits').trim().replace(',', '.')
  const kind = text('kind') as BadgeKind
  const validUntil = readLastDay(text('validUntil').trim(), 'validUntil')
  return {
    ...{ organisation, email: text('email'), mailLanguage: language, language },
    // Without a mark of its own each badge is about something of its own.
    about: { kind, ref: text('ref').trim() || crypto.randomUUID() },
    title: text('title'),
    description: text('description'),
    criteria: text('criteria'),
    ...(credits === '' ? {} : { credits: Number(credits) }),
    alignments: [...readLevel(text('level')), ...readEsco(text('esco')), ...readCompetences(text('ecf'))],
    evidence: linesOf(text('evidence')).map((description) => ({ description })),
    ...(validUntil === undefined ? {} : { validUntil }),
  }
}

const dayMs = 86_400_000

/** A day that is filled in; the moment at which it is over (UTC). @throws FormWrong */
function readLastDay(text: string, where: 'validUntil'): number | undefined {
  return text === '' ? undefined : startOf(text, where) + dayMs - 1000
}

/** The moment at which a day begins (UTC). @throws FormWrong */
export function startOf(text: string, where: 'validUntil' | 'from'): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(start)) throw new FormWrong(where)
  return start
}

function readLevel(level: string): Alignment[] {
  if (!nlqfLevels.some((one) => one === level)) return []
  return [{ framework: 'NLQF', name: `NLQF ${level}`, url: 'https://www.nlqf.nl/', code: level }]
}

/** `http://data.europa.eu/esco/skill/… name` */
function readEsco(text: string): Alignment[] {
  return linesOf(text).map((line) => {
    const [, url, name] = /^(https?:\/\/data\.europa\.eu\/esco\/\S+)\s+(.+)$/.exec(line) ?? []
    if (url === undefined || name === undefined) throw new FormWrong('alignments')
    return { framework: 'ESCO', name, url }
  })
}

/** `C.2 Change Support`. The e-CF has no addresses of its own: a name of the edition and the code stands for one. */
function readCompetences(text: string): Alignment[] {
  return linesOf(text).map((line) => {
    const [, code, name] = /^([A-E]\.\d{1,2})\s+(.+)$/i.exec(line) ?? []
    if (code === undefined || name === undefined) throw new FormWrong('alignments')
    return { framework: 'e-CF', name, url: `urn:x-e-cf:4.0:${code.toUpperCase()}`, code: code.toUpperCase() }
  })
}
