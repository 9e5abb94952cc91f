import { Link } from 'react-router'
import type { AskedSkillView, QuoteView } from '../../../modules/programme-demand/index.ts'
import { pathTo } from '../../paths.ts'
import { placed } from '../../placed.ts'
import { numberText } from '../../words/format.ts'
import { programmeDemandWords } from '../../words/programme-demand.ts'
import { useLanguage } from '../../words/use-words.ts'
import { Icon, type IconName } from '../icon/icon.tsx'

type State = 'missing' | 'near' | 'tooLow' | 'taught'

const looks: Readonly<Record<State, { readonly tag: string; readonly icon: IconName }>> = {
  missing: { tag: 't-miss', icon: 'cross' },
  near: { tag: 't-open', icon: 'wave' },
  tooLow: { tag: 't-shut', icon: 'minus' },
  taught: { tag: 't-solid', icon: 'check' },
}

/** Skills that vacancies ask: black for a demand, striped for a plus, on one scale; with how the programme stands to it, and the words of vacancies. */
export function AskedBars({ skills, most }: { readonly skills: readonly AskedSkillView[]; readonly most: number }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  const share = (vacancies: number): number => (100 * vacancies) / Math.max(1, most)
  const number = (count: number): string => numberText(count, language)
  return (
    <ul className="bars pool-bars asked-bars">
      {skills.map((one) => (
        <li className="bar" key={one.skill}>
          <div className="row between">
            <strong>{one.label}</strong>
            <StandingTag skill={one} />
          </div>
          <div className="bar-b" aria-hidden="true">
            {one.essential > 0 ? <i className="asked-must" {...placed({ at: 0, size: share(one.essential) })} /> : null}
            {one.plus > 0 ? <i className="asked-plus" {...placed({ at: share(one.essential), size: share(one.plus) })} /> : null}
          </div>
          <p className="small num">{words.numbers(number(one.essential), number(one.plus))}</p>
          <Parts skill={one} />
          {one.quotes.length > 0 ? <Quotes quotes={one.quotes} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** How the programme stands to most of the vacancies that ask it. */
function StandingTag({ skill }: { readonly skill: AskedSkillView }) {
  const words = programmeDemandWords[useLanguage()].demand
  const state = (['taught', 'tooLow', 'near', 'missing'] as const).reduce((best, one) => (skill[one] > skill[best] ? one : best))
  const { tag, icon } = looks[state]
  return (
    <span className={`tag ${tag}`}>
      <Icon name={icon} />
      {words.states[state]}
    </span>
  )
}

/** Where vacancies differ in what they ask of it. */
function Parts({ skill: { taught, tooLow, near, missing } }: { readonly skill: AskedSkillView }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  if ([taught, tooLow, near, missing].filter((count) => count > 0).length < 2) return null
  const parts = [
    [words.parts.tooLow, tooLow],
    [words.parts.near, near],
    [words.parts.missing, missing],
  ] as const
  return (
    <p className="note">
      {parts
        .filter(([, count]) => count > 0)
        .map(([what, count]) => words.part(what, numberText(count, language)))
        .join(' ')}
    </p>
  )
}

function Quotes({ quotes }: { readonly quotes: readonly QuoteView[] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  return (
    <details className="quotes">
      <summary>{words.quotes(quotes.length)}</summary>
      <ul className="plain stack-2">
        {quotes.map((quote) => (
          <li key={quote.vacancy}>
            <blockquote lang={quote.language === language ? undefined : quote.language}>
              <Marked text={quote.sentence ?? quote.words} words={quote.words} />
            </blockquote>
            <span className="note">
              <Link
                to={pathTo('vacancy', language, { vacancy: quote.vacancy })}
                lang={quote.language === language ? undefined : quote.language}
              >
                {quote.title}
              </Link>{' '}
              {words.from(quote.employer)}, {quote.essential ? words.asEssential : words.asPlus}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Marked({ text, words }: { readonly text: string; readonly words: string }) {
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + words.length)}</mark>
      {text.slice(at + words.length)}
    </>
  )
}
