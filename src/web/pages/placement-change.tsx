import { Link, useActionData, useLoaderData } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { AddendumForm, DraftForm, EndForm, LeaveForm, PauseForm, PeopleForm } from '../placement/change-forms.tsx'
import { loadPlacement } from '../placement/load-placement.ts'
import type { PlacementWrong } from '../placement/placement-action.ts'
import { changeAction } from '../placement/placement-buttons.ts'
import { PlacementTold } from '../placement/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadPlacement
export const action = changeAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta(placementFormWords, (words) => words.change.title)

export default function PlacementChangePage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as PlacementWrong | undefined
  const language = useLanguage()
  const words = placementFormWords[language]
  const { placement, names, may, agreements, done } = loaded
  const isOpen = placement.state !== 'ended'
  const runs = placement.state === 'active' || placement.state === 'interrupted'
  const hasOpen = agreements.some(({ waits }) => waits.length > 0)
  const shows = {
    draft: placement.state === 'draft' && may.includes('change'),
    people: isOpen && may.includes('people'),
    addendum: runs && !hasOpen && may.includes('change'),
    leave: runs && may.includes('note'),
    pause: runs && may.includes('pause'),
  }
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('placement', language, { placement: placement.id })}>
          <Icon name="left" />
          {words.text.back}
        </Link>
        <p className="eyebrow">{placementWords[language].atEmployer(placement.programmeTitle[language], names.employer ?? '')}</p>
        <h1>{words.change.title}</h1>
      </div>
      <PlacementTold wrong={wrong} done={done} />
      <div className="stack-6">
        {Object.values(shows).some(Boolean) ? null : <p>{words.change.nothing}</p>}
        {shows.draft ? <DraftForm loaded={loaded} wrong={wrong} /> : null}
        {shows.people ? <PeopleForm loaded={loaded} wrong={wrong} /> : null}
        {shows.leave ? <LeaveForm loaded={loaded} wrong={wrong} /> : null}
        {shows.addendum ? <AddendumForm loaded={loaded} wrong={wrong} /> : null}
        {shows.pause ? <PauseForm loaded={loaded} wrong={wrong} /> : null}
        {shows.pause ? <EndForm loaded={loaded} wrong={wrong} /> : null}
      </div>
    </div>
  )
}
