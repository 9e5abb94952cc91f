import type { AdvisedIntroduction } from '../../modules/advising/index.ts'
import { adviceWords } from '../words/advice.ts'
import { dateText } from '../words/format.ts'
import { introductionFormWords } from '../words/introduction-forms.ts'
import { introductionsWords } from '../words/introductions.ts'
import { useLanguage } from '../words/use-words.ts'

export interface ShownIntroduction extends Omit<AdvisedIntroduction, 'organisation' | 'changedAt'> {
  /** Its name; left out when it is gone. */
  readonly organisation: string | undefined
  readonly changedOn: string
}

/** How the person's introductions stand, and why: no messages. */
export function IntroductionsPart({ introductions }: { readonly introductions: readonly ShownIntroduction[] }) {
  const language = useLanguage()
  const { introductions: words, goneOrganisation } = adviceWords[language]
  return (
    <section aria-labelledby="introductions">
      <h2 id="introductions">{words.title}</h2>
      {introductions.length === 0 ? <p className="mt4">{words.none}</p> : null}
      <ul className="plain stack-3 mt4">
        {introductions.map((one) => (
          <li className="card" key={one.id}>
            <p className="row bare">
              <span className="tag t-open">{introductionsWords[language].states[one.state]}</span>
              <strong>{words.about(one.vacancyTitle, one.organisation ?? goneOrganisation)}</strong>
            </p>
            <p className="small bare">
              {words.by[one.proposedBy]}
              {one.waitsFor === undefined ? '' : `, ${words.waits[one.waitsFor]}`}.{' '}
              {words.changed(dateText(one.changedOn, language))}.
            </p>
            <Reason one={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reason({ one }: { readonly one: ShownIntroduction }) {
  const language = useLanguage()
  const words = adviceWords[language].introductions
  const { person, organisation } = introductionFormWords[language].decline
  const reasons: Readonly<Record<string, string>> = { ...person, ...organisation }
  if (one.reason === undefined) return null
  return (
    <>
      <p className="bare">
        {words.reason[one.reasonBy ?? 'organisation']} {reasons[one.reason]}.
      </p>
      {one.adviserText === undefined ? null : (
        <p className="bare advice-text">
          <strong>{words.adviserText}</strong> {one.adviserText}
        </p>
      )}
    </>
  )
}
