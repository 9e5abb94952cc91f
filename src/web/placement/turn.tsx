import { Link } from 'react-router'
import { Alert } from '../components/alert/alert.tsx'
import { pathTo } from '../paths.ts'
import { dateText, listText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'

/** How a placement stands, and whose turn it is. */
export function Turn({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language]
  const { placement, agreements, maySignFor, interruptions, today, endedOn } = loaded
  const open = agreements.find(({ waits }) => waits.length > 0)
  const names = listText(
    (open?.waits ?? []).map((side) => words.sides[side]),
    language,
  )
  if (placement.state === 'ended')
    return (
      <Alert kind="info" title={words.turn.ended(dateText(endedOn ?? today, language))}>
        {placement.endReason ? <p>{words.endReasons[placement.endReason]}</p> : null}
        {placement.endText ? <p className="advice-text">{placement.endText}</p> : null}
      </Alert>
    )
  if (placement.state === 'draft')
    return (
      <Alert kind="info" title={words.turn.draft}>
        <p>{words.turn.draftText}</p>
      </Alert>
    )
  if (open && maySignFor.length > 0)
    return (
      <Alert kind="warn" title={words.turn.you}>
        <p>{words.turn.youUntil(dateText(open.signBy, language))}</p>
        <p className="mt4">
          <Link className="btn" to={pathTo('placementAgreement', language, { placement: placement.id, agreement: open.id })}>
            {words.turn.toText}
          </Link>
        </p>
      </Alert>
    )
  if (open)
    return (
      <Alert kind="info" title={placement.state === 'signing' ? words.turn.others(names) : words.turn.addendum(names)}>
        <p>{words.turn.othersUntil(dateText(open.signBy, language))}</p>
      </Alert>
    )
  if (placement.state === 'interrupted') {
    const until = interruptions.find((one) => one.from <= today && today <= one.until)?.until ?? today
    return <Alert kind="warn" title={words.turn.interrupted(dateText(until, language))} />
  }
  return today < placement.from ? <Alert kind="ok" title={words.turn.later(dateText(placement.from, language))} /> : null
}
