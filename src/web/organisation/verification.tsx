import type { Verification } from '../../modules/organisations/index.ts'
import { Icon } from '../components/icon/icon.tsx'
import { organisationWords } from '../words/organisations.ts'
import { useLanguage } from '../words/use-words.ts'

/** What of an organisation was checked: a word and an icon, never a colour alone. */
export function VerificationTag({ verification }: { readonly verification: Verification }) {
  const words = organisationWords[useLanguage()]
  return (
    <span className={verification === 'unverified' ? 'tag t-shut' : 'tag t-open'}>
      <Icon name={verification === 'unverified' ? 'question' : 'check'} />
      {words.verifications[verification]}
    </span>
  )
}
