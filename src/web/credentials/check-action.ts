import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router'
import { type Checks, credentialLimits } from '../../modules/credentials/index.ts'
import { actorOf } from '../actor.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { readCredentialForm } from './credential-form.ts'
import { type CredentialWrong, readGiven, statusOf } from './read-given.ts'
import { type ShownFacts, shownFacts } from './shown-facts.ts'

export interface CheckAnswer {
  readonly found?: { readonly facts: ShownFacts; readonly checks: Checks }
  readonly wrong?: CredentialWrong
  /** What was pasted, to stay in its field. */
  readonly text?: string
}

/** How large a file may be, and whether who asks has a page of their own credentials. */
export async function checkLoader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(context.get(siteContext), request)
  return { megabytes: credentialLimits.fileBytes / 1_000_000, isSignedIn: actor.kind === 'account' }
}

/** Checks what was given, and keeps nothing of it. */
export async function checkAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const form = await readCredentialForm(request)
  if (form === 'tooLarge') return wrong({ field: 'file', why: 'tooLarge' })
  const { bytes, source, fields } = form
  if (!bytes) return wrong({ field: 'file', why: 'nothing' })
  const actor = await actorOf(site, request)
  const along = { key: String(fields.get('key') ?? ''), statusList: String(fields.get('statusList') ?? '') }
  const answer = await readGiven(() => site.modules.credentials.check(actor, bytes, along, language))
  if ('wrong' in answer) return wrong(answer.wrong, source)
  const { facts, checks } = answer.read
  return data<CheckAnswer>({ found: { facts: shownFacts(facts), checks } })
}

function wrong(what: CredentialWrong, text = '') {
  return data<CheckAnswer>({ wrong: what, text }, { status: statusOf(what) })
}
