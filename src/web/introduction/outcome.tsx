import type { Reason } from '../../modules/introductions/index.ts'
import { ExampleNo, NextBest, TheNo } from '../components/introduction-end/the-no.tsx'
import { introductionWords } from '../words/introduction.ts'
import { introductionsWords } from '../words/introductions.ts'
import { useLanguage } from '../words/use-words.ts'
import type { IntroductionWrong } from './act.ts'
import type { LoadedIntroduction } from './load-introduction.ts'

/** After a no: the reason, and for the person the next plan. After silence: the next plan. */
export function Outcome({
  loaded: { view, organisation, mine },
  wrong,
}: {
  readonly loaded: LoadedIntroduction
  readonly wrong: IntroductionWrong | undefined
}) {
  const language = useLanguage()
  const { introduction: one, side } = view
  const isOrganisations = one.state === 'declined' && one.reasonBy === 'organisation'
  const showsNext = side === 'person' && (isOrganisations || one.state === 'expired' || one.overdueAt !== undefined)
  if (one.reason === undefined && !showsNext) return null
  const who = one.reasonBy === 'person' ? introductionsWords[language].profile(one.handle) : organisation.name
  return (
    <div className="stack-5 mb5">
      {one.reason === undefined ? null : (
        <TheNo
          by={one.reasonBy ?? 'organisation'}
          isMine={one.reasonBy === side}
          who={who}
          reason={one.reason satisfies Reason}
          text={one.reasonText}
          adviserText={side === 'person' ? one.adviserText : undefined}
          isWrongReport={wrong?.intent === 'report' && wrong.about === ''}
        />
      )}
      {showsNext ? <NextBest plan={mine?.next} /> : null}
    </div>
  )
}

/** Before there is an answer: what a no would look like, and that a route comes with it. */
export function WhatIfNo({ loaded: { view, organisation, mine } }: { readonly loaded: LoadedIntroduction }) {
  const words = introductionWords[useLanguage()].no
  const { state, waitsFor, overdueAt } = view.introduction
  if (view.side !== 'person' || state !== 'proposed' || waitsFor !== 'organisation' || overdueAt !== undefined) return null
  return (
    <section className="sec" aria-labelledby="example">
      <h2 id="example">{words.exampleTitle(organisation.name)}</h2>
      <div className="grid g2 mt4">
        <ExampleNo organisation={organisation.name} />
        <NextBest plan={mine?.next} />
      </div>
    </section>
  )
}
