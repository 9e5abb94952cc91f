import { useActionData, useLoaderData } from 'react-router'
import type { OrgWrong } from '../choice/choice-action.ts'
import { BookForm, BudgetForm } from '../choice/guide-forms.tsx'
import { Bookings, Tight, WhoHasHours } from '../choice/guide-parts.tsx'
import { guidesPageAction } from '../choice/guides-intents.ts'
import { guidesLoader } from '../choice/guides-loader.ts'
import { OrgTold } from '../choice/told.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { guidesFilePath } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { dateText, numberText } from '../words/format.ts'
import { type GuidesDoneWord, guidesWords } from '../words/guides.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = guidesLoader
export const action = guidesPageAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  guidesWords,
  (words) => words.title,
  (words) => words.lead,
)

/** Who has how many hours for people who learn, what is booked of them, and where it is tight. */
export default function GuidesPage() {
  const { organisation, people, about, members, mondays, bottleneck, mayChange, done } = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = guidesWords[language]
  const said = wrong && words.wrong[wrong.word as keyof typeof words.wrong]
  const isDone = (word: string | undefined): word is GuidesDoneWord => word !== undefined && Object.hasOwn(words.doneTitle, word)
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>
          {bottleneck
            ? words.tight(dateText(bottleneck.week, language), numberText(bottleneck.leftMinutes / 60, language))
            : words.title}
        </h1>
        <p className="lead">{words.lead}</p>
      </div>
      <OrgTold
        wrong={
          said === undefined
            ? undefined
            : {
                title: words.wrongTitle,
                text: wrong?.week === undefined ? said : `${said} ${words.week(dateText(wrong.week, language))}`,
              }
        }
        done={isDone(done) ? words.doneTitle[done] : undefined}
      />
      <div className="stack-6">
        {people.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <>
            <Tight people={people} bottleneck={bottleneck} />
            <WhoHasHours people={people} mondays={mondays} />
            <Bookings people={people} about={about} mayChange={mayChange} />
            <p>
              <a href={guidesFilePath(language, organisation.id)} download>
                {words.download}
              </a>
            </p>
          </>
        )}
        {mayChange ? <BudgetForm members={members} wrong={wrong} /> : null}
        {mayChange && people.length > 0 ? <BookForm people={people} wrong={wrong} /> : null}
      </div>
    </div>
  )
}
