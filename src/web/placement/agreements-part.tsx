import { Link } from 'react-router'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { pathTo } from '../paths.ts'
import { dateText } from '../words/format.ts'
import { placementWords } from '../words/placement.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement, ShownAgreement } from './load-placement.ts'

/** The agreement and its addenda: how each stands, and who signed when. */
export function AgreementsPart({ loaded }: { readonly loaded: LoadedPlacement }) {
  const language = useLanguage()
  const words = placementWords[language].agreements
  const { agreements, placement } = loaded
  return (
    <section aria-labelledby="agreements">
      <h2 id="agreements">{words.title}</h2>
      {agreements.length === 0 ? <p className="mt4">{words.none}</p> : null}
      {agreements.map((one) => {
        const name = one.number === 1 ? words.agreement : words.addendum(one.number - 1)
        return (
          <div className="mt5" key={one.id}>
            <h3 className="h3s">{name}</h3>
            <p className="small">
              {one.signedOn
                ? words.signed(dateText(one.signedOn, language))
                : one.withdrawnOn
                  ? words.withdrawn(dateText(one.withdrawnOn, language))
                  : words.open(dateText(one.signBy, language))}{' '}
              <Link to={pathTo('placementAgreement', language, { placement: placement.id, agreement: one.id })}>
                {words.read}
                <span className="vh"> {words.readWhich(name)}</span>
              </Link>
            </p>
            <div className="mt4">
              <Signatures agreement={one} caption={name} />
            </div>
          </div>
        )
      })}
    </section>
  )
}

export function Signatures({ agreement, caption }: { readonly agreement: ShownAgreement; readonly caption: string }) {
  const language = useLanguage()
  const { agreements: words, roles } = placementWords[language]
  return (
    <StackedTable
      caption={caption}
      isCaptionHidden
      columns={[{ title: words.who }, { title: words.by }, { title: words.when, look: 'nowrap' }]}
      rows={agreement.roles.map((role) => {
        const signature = agreement.signatures.find((one) => one.role === role)
        const reminded = agreement.reminded.find((one) => one.role === role)
        return {
          key: role,
          cells: [
            roles[role],
            signature ? (signature.name ?? words.nobody) : '',
            signature
              ? `${dateText(signature.on, language)}, ${signature.at}`
              : `${words.not}${reminded ? `, ${words.reminded(dateText(reminded.on, language))}` : ''}`,
          ],
        }
      })}
    />
  )
}
