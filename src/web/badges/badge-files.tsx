import type { BadgeView } from '../../modules/credentials/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { credentialPath } from '../paths.ts'
import { badgeWords } from '../words/badges.ts'
import { useLanguage } from '../words/use-words.ts'
import { Fact } from './badge-facts.tsx'

const forms = ['png', 'svg', 'json', 'jwt'] as const

/** The badge as files. */
export function Downloads({ badge }: { readonly badge: string }) {
  const language = useLanguage()
  const words = badgeWords[language].downloads
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads" className="h3">
        {words.title}
      </h2>
      <p className="mt4">{words.lead}</p>
      <ul className="plain row mt4">
        {forms.map((form) => (
          <li key={form}>
            <a
              className="btn btn-2 btn-s"
              href={`${credentialPath(badge)}/badge.${form}?language=${language}`}
              download={`badge-${badge}.${form}`}
            >
              {words.forms[form]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What others need to check it without this page. */
export function Elsewhere({ of, listAt, keysAt }: { readonly of: BadgeView; readonly listAt: string; readonly keysAt: string }) {
  const words = badgeWords[useLanguage()].elsewhere
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere" className="h3">
        {words.title}
      </h2>
      <p className="mt4">{words.lead}</p>
      {of.isReachable ? null : (
        <div className="mt4">
          <Alert kind="warn" title={words.unreachable} />
        </div>
      )}
      <dl className="dl card mt4">
        <Fact name={words.address}>
          <code>{of.address}</code>
        </Fact>
        <Fact name={words.did}>
          <code>{of.did}</code>
        </Fact>
        <Fact name={words.keys}>
          <a href={pathOf(of.didDocument)}>did.json</a>, <a href={pathOf(keysAt)}>jwks.json</a>
        </Fact>
        <Fact name={words.list}>
          <a href={pathOf(listAt)}>status.json</a>
        </Fact>
      </dl>
    </section>
  )
}

/** On this site, wherever it is asked. */
const pathOf = (address: string): string => new URL(address).pathname
