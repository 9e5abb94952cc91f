import { Link } from 'react-router'
import type { State } from '../../../modules/introductions/index.ts'
import { pathTo } from '../../paths.ts'
import { dateText } from '../../words/format.ts'
import { introductionsWords } from '../../words/introductions.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface IntroductionLine {
  readonly id: string
  /** 'Systeembeheerder bij Keiland ICT'. */
  readonly about: string
  readonly state: State
  readonly waits?: 'me' | 'other' | undefined
  readonly other: string
  readonly dueOn?: string | undefined
  readonly changedOn: string
}

/** Introductions, one line each: how it stands, and whose turn it is. */
export function IntroductionList({ lines }: { readonly lines: readonly IntroductionLine[] }) {
  const language = useLanguage()
  const words = introductionsWords[language]
  return (
    <ul className="plain stack-3 intro-list">
      {lines.map(({ id, about, state, waits, other, dueOn, changedOn }) => (
        <li className="card" key={id}>
          <div>
            <h3 className="h4 bare">
              <Link to={pathTo('introduction', language, { introduction: id })}>{about}</Link>
            </h3>
            <p className="small bare">
              {waits === undefined
                ? words.changed(dateText(changedOn, language))
                : `${waits === 'me' ? words.waitsForYou : words.waitsForOther(other)}${dueOn ? `, ${words.until(dateText(dueOn, language))}` : ''}`}
            </p>
          </div>
          <span className={waits === 'me' ? 'tag t-solid' : 'tag t-open'}>{words.states[state]}</span>
        </li>
      ))}
    </ul>
  )
}
