import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { OfferKind } from '../../modules/risk-cases/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type CaseDoneWord, type CaseWrongWord, riskCaseWords } from '../words/risk-cases.ts'

interface CaseAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  /** Empty on the list. */
  readonly id: string
  text(name: string): string
}

/** Why something was not done, and what was filled in. */
export interface CaseWrong {
  readonly intent: string
  readonly wrong: CaseWrongWord
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: CaseAsked) => Promise<Response>

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
function caseAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const text = (name: string): string => formText(form.get(name))
    const intent = text('intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    try {
      return await act({ site, actor, language, id: params.group ?? '', text })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      return data<CaseWrong>({ intent, wrong, given }, { status: 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): CaseWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name === 'Invalid') return isWord(where) ? where : 'other'
  return undefined
}

const isWord = (word: string): word is CaseWrongWord => Object.hasOwn(riskCaseWords.nl.wrong, word)

class FormWrong extends Error {
  override readonly name = 'Invalid'
  readonly where: CaseWrongWord
  constructor(where: CaseWrongWord) {
    super(where)
    this.where = where
  }
}

function to(page: Page, { language }: CaseAsked, id: string, done: CaseDoneWord, more: Record<string, string> = {}): Response {
  return redirect(`${pathTo(page, language, { group: id })}?${new URLSearchParams({ done, ...more })}`)
}

export const casesAction = caseAction({
  async open(asked) {
    const { site, actor, text } = asked
    const id = await site.modules.riskCases.open(actor, {
      ...{ organisation: text('organisation'), title: text('title'), endsOn: text('endsOn').trim() },
    })
    return to('riskCase', asked, id, 'opened')
  },
  async join(asked) {
    const { site, actor, text } = asked
    return to('riskPart', asked, await site.modules.riskCases.join(actor, text('code')), 'joined')
  },
})

export const oneCaseAction = caseAction({
  async seat(asked) {
    await asked.site.modules.riskCases.seat(asked.actor, asked.id, asked.text('email'))
    return to('riskCase', asked, asked.id, 'seated')
  },
  async unseat(asked) {
    await asked.site.modules.riskCases.unseat(asked.actor, asked.id, asked.text('seat'))
    return to('riskCase', asked, asked.id, 'unseated')
  },
  async leaveCircle(asked) {
    await asked.site.modules.riskCases.leaveCircle(asked.actor, asked.id)
    return to('riskCases', asked, '', 'gone')
  },
  async putOn(asked) {
    const { riskCases } = asked.site.modules
    for (const offer of await offersAt(asked)) await riskCases.putOn(asked.actor, asked.id, offer)
    return to('riskCase', asked, asked.id, 'put')
  },
  async takeOff(asked) {
    const kind: OfferKind = asked.text('kind') === 'offering' ? 'offering' : 'vacancy'
    await asked.site.modules.riskCases.takeOff(asked.actor, asked.id, { kind, target: asked.text('target') })
    return to('riskCase', asked, asked.id, 'taken')
  },
  async invite(asked) {
    const { actor, id, language, text } = asked
    const openAt = pathTo('riskCases', language)
    const { asked: addresses, refused } = await asked.site.modules.riskCases.invite(actor, id, {
      addresses: text('addresses'),
      language,
      openAt,
    })
    return to('riskCase', asked, id, 'invited', { addresses: String(addresses), refused: String(refused.length) })
  },
  async close(asked) {
    // Who may not close it is told so first.
    await asked.site.modules.riskCases.look(asked.actor, asked.id, asked.language)
    if (asked.text('sure') !== 'yes') throw new FormWrong('sure')
    await asked.site.modules.riskCases.close(asked.actor, asked.id)
    return to('riskCase', asked, asked.id, 'closed')
  },
})

export const partAction = caseAction({
  async leave(asked) {
    await asked.site.modules.riskCases.leave(asked.actor, asked.id)
    return to('riskCases', asked, '', 'left')
  },
})

/** More starts of one programme than anybody offers at once. */
const mostStarts = 10

/** The address of a page, or an id: of a vacancy, or of a programme with all its courses. */
async function offersAt({ site, text }: CaseAsked): Promise<{ readonly kind: OfferKind; readonly target: string }[]> {
  const last = lastPart(text('target'))
  const offerings = await site.modules.trainings.offeringsOf(last)
  if (offerings.length === 0) return [{ kind: 'vacancy', target: last }]
  return offerings.slice(0, mostStarts).map(({ id }) => ({ kind: 'offering' as const, target: id }))
}

function lastPart(address: string): string {
  const path = address.trim().split(/[?#]/)[0] ?? ''
  const part = path.split('/').filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
