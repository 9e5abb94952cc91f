import { type Clock, type Database, type Ids, todayInAmsterdam } from '../../platform/index.ts'
import type { PoolEffects } from '../pool-effects/index.ts'
import type { TextReader } from '../reading/index.ts'
import type { RegionsService } from '../regions/index.ts'
import type { Language, Skills } from '../skills/index.ts'
import { postingContext } from '../vacancies/index.ts'
import { createAskLimit } from './ask-limit.ts'
import type { Check, Rewrite, Words } from './check.ts'
import { createReader, type Reader } from './create-reader.ts'
import { createDrafts, draftLimits, type VacancyDrafts } from './drafts.ts'
import { exportsOf, type VacancyExports } from './exports-of.ts'
import { generateText } from './generate-text.ts'
import type { ReadVacancy, TextBeside } from './read-vacancy.ts'
import { readVacancyFile } from './read-vacancy-file.ts'
import { createScores, type Scores } from './scores.ts'
import { applyRewrites, mostCharacters, vacancyText } from './vacancy-text.ts'
import { viewOf } from './view-of.ts'
import type { VacancyCheckView } from './views.ts'

export interface CheckAsked extends TextBeside {
  readonly text: string
  /** Left out: the first line of the text is its title. */
  readonly title?: string | undefined
  /** Reasons why something stays, by the key of its item. */
  readonly allowed?: Readonly<Record<string, string>> | undefined
  /** Of what is said of it; the text may be in the other one. */
  readonly language: Language
  /** False: only the text is read, and nobody is counted. */
  readonly counts?: boolean | undefined
  /** Who asks, where nothing else limits how often: whoever asks too often gets a check without counts, and `asksTooOften`. */
  readonly asker?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/** What a text says, for whoever keeps it as a vacancy. */
export interface VacancyReading {
  readonly vacancy: ReadVacancy['vacancy']
  /** A place was named that nobody knows. */
  readonly placeUnknown: boolean
  /** What is against the law and has no reason to stay. */
  readonly against: readonly AgainstLaw[]
}

export interface AgainstLaw {
  /** The key of the item: by this a reason is given. */
  readonly key: string
  readonly title: Words
  readonly words: string
}

/** Checks of vacancy texts. The site, the API and the command line all ask here. */
export interface VacancyChecks {
  /**
   * What a text demands, what that costs in people, and how it can be said otherwise.
   * @throws Invalid when the text is too long, empty, or asks more than can be compared
   * @throws Busy when more is asked than can be answered in time
   */
  check(asked: CheckAsked): Promise<VacancyCheckView>
  /** The text with the first suggestion (or the one named) of these items; of all items when none are named. @throws Invalid */
  accept(asked: CheckAsked, chosen?: readonly { readonly key: string; readonly rewrite?: number | undefined }[]): Promise<string>
  /**
   * The vacancy that an import would make of a text, and what of it is against the law without a reason; nobody is counted.
   * @throws Invalid when the text is too long, empty, or asks more than can be compared
   */
  read(asked: Omit<CheckAsked, 'language' | 'counts'>): Promise<VacancyReading>
  /** The vacancy as JobPosting and as plain text, as an import reads it. @throws Invalid */
  exports(asked: CheckAsked): Promise<VacancyExports>
  /** A whole text written from skills and terms, in the language of the text it was read from. @throws Invalid */
  generate(asked: CheckAsked): Promise<string>
  /**
   * The text of a file: plain text, Word or PDF, known by its content.
   * @param file the bytes, or the path of a file
   * @throws UnreadableVacancy with the reason; Invalid when the path cannot be read
   */
  readFile(file: Uint8Array | string): Promise<string>
  /** How long a text and what stands beside it may be, in characters. */
  readonly limits: typeof draftLimits & { readonly textCharacters: number }
  /** Removes drafts that nobody used for 30 days; how many. */
  removeExpiredDrafts(): Promise<number>
  readonly drafts: VacancyDrafts
  readonly scores: Scores
}

export interface VacancyChecksParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly skills: Pick<Skills, 'catalogue'>
  readonly regions: Pick<RegionsService, 'findPlace' | 'list'>
  readonly poolEffects: PoolEffects
  readonly checks: readonly Check[]
  /** Reads by what words mean, as imports do; left out: by labels. */
  readonly texts?: Pick<TextReader, 'read'> | undefined
}

export function createVacancyChecks(parts: VacancyChecksParts): VacancyChecks {
  const { clock, skills, regions, poolEffects, checks, texts } = parts

  const limit = createAskLimit(clock)
  const drafts = createDrafts(parts)

  async function reader(): Promise<Reader> {
    const catalogue = await skills.catalogue()
    const context = postingContext(catalogue, regions.findPlace, todayInAmsterdam(clock.now()), regions.list())
    return createReader(context, checks, texts)
  }

  return {
    async check(asked) {
      const { catalogue, read, describe } = await reader()
      const text = await read(vacancyText(asked.text, asked.title), asked)
      const mayCount = asked.asker === undefined || limit.allows(asked.asker, JSON.stringify(text.described))
      const view = await viewOf(mayCount ? asked : { ...asked, counts: false }, text, {
        catalogue,
        poolEffects,
        describe: (others) => describe(others, asked),
      })
      return mayCount ? view : { ...view, asksTooOften: true }
    },
    async accept(asked, chosen) {
      const { read } = await reader()
      const text = vacancyText(asked.text, asked.title)
      const { items } = await read(text, asked)
      const rewrites = items.flatMap(({ key, mark }): readonly Rewrite[] => {
        const choice = chosen?.find((one) => one.key === key)
        if (chosen ? choice === undefined : asked.allowed?.[key] !== undefined) return []
        const rewrite = mark?.rewrites[choice?.rewrite ?? 0]
        return rewrite ? [rewrite] : []
      })
      return applyRewrites(text, rewrites)
    },
    async read({ text, title, allowed = {}, ...beside }) {
      const { read } = await reader()
      const { vacancy, items } = await read(vacancyText(text, title), beside)
      const against = items.filter(({ key, mark }) => mark?.severity === 'law' && allowed[key] === undefined)
      return {
        vacancy: vacancy.vacancy,
        placeUnknown: vacancy.placeUnknown,
        against: against.flatMap(({ key, mark }) => (mark ? [{ key, title: mark.title, words: mark.words }] : [])),
      }
    },
    async exports(asked) {
      const { catalogue, read } = await reader()
      return exportsOf(await read(vacancyText(asked.text, asked.title), asked), catalogue, todayInAmsterdam(clock.now()))
    },
    async generate(asked) {
      const { catalogue, read } = await reader()
      return generateText(await read(vacancyText(asked.text, asked.title), asked), catalogue)
    },
    readFile: readVacancyFile,
    limits: { ...draftLimits, textCharacters: mostCharacters },
    removeExpiredDrafts: () => drafts.removeExpired(),
    drafts,
    scores: createScores(parts),
  }
}
