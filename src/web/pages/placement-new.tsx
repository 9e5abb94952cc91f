import { Link, useActionData, useLoaderData } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { type LoadedNew, loadNewPlacement } from '../placement/load-new.ts'
import { newPlacementAction } from '../placement/new-action.ts'
import { InviteForm, ProposeForm } from '../placement/new-forms.tsx'
import type { PlacementWrong } from '../placement/placement-action.ts'
import { PlacementTold } from '../placement/told.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { placementWords } from '../words/placement.ts'
import { placementNewWords } from '../words/placement-new.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = loadNewPlacement
export const action = newPlacementAction
export const headers = () => ({ 'cache-control': 'no-store' })
export const meta = pageMeta<(typeof placementNewWords)['nl'], LoadedNew>(placementNewWords, (words) => words.title)

/** A placement without a cohort: a school or an employer drafts it. */
export default function PlacementNewPage() {
  const loaded = useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as PlacementWrong | undefined
  const language = useLanguage()
  const words = placementNewWords[language]
  const { organisation, side, done, mayInvite } = loaded
  const list = `${pathTo('placements', language)}?${new URLSearchParams({ organisation: organisation.id })}`
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={list}>
          <Icon name="left" />
          {placementWords[language].titleOf(organisation.name)}
        </Link>
        <h1>{words.title}</h1>
        <p className="lead">{side === 'school' ? words.leadSchool : words.leadEmployer}</p>
      </div>
      {wrong ? <PlacementTold wrong={wrong} done={undefined} /> : null}
      {!wrong && done === 'invited' ? (
        <div className="mb5">
          <Alert kind="ok" title={words.done.invited} isNew />
        </div>
      ) : null}
      <div className="stack-6">
        <ProposeForm loaded={loaded} wrong={wrong} />
        {mayInvite && loaded.starts.length > 0 ? <InviteForm loaded={loaded} wrong={wrong} /> : null}
      </div>
    </div>
  )
}
