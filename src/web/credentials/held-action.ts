import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Checks, Conclusion, FoundHow, ImportReason } from '../../modules/credentials/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { type CredentialForm, formOf, readCredentialForm } from './credential-form.ts'
import type { doneOf } from './held-loader.ts'
import { type CredentialWrong, readGiven, statusOf } from './read-given.ts'
import { type ShownFacts, shownFacts } from './shown-facts.ts'

/** What was read and checked, carried along in the form to be confirmed: nothing of it is kept yet. */
export interface LookedShown {
  readonly source: string
  readonly form: string
  readonly facts: ShownFacts
  readonly checks: Checks
  readonly conclusion: Conclusion
  readonly factsOnly: boolean
  readonly skills: readonly { readonly concept: string; readonly label: string; readonly how: FoundHow; readonly words: string }[]
}

export interface HeldAnswer {
  readonly looked?: LookedShown
  readonly wrong?: CredentialWrong
  readonly refused?: ImportReason | 'name' | 'already'
  readonly text?: string
}

interface Asked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly form: CredentialForm
  readonly language: Language
}

type Answered = Response | ReturnType<typeof data<HeldAnswer>>

/** What each button does. */
export const intents: Readonly<Record<string, (asked: Asked) => Promise<Answered>>> = {
  async look({ site, actor, form: { bytes, source }, language }) {
    if (!bytes) return wrong({ field: 'file', why: 'nothing' })
    const answer = await readGiven(() => site.modules.credentials.look(actor, bytes, language))
    if ('wrong' in answer) return wrong(answer.wrong, source)
    const { document, form, facts, checks, conclusion, keepsDocument, skills } = answer.read
    const catalogue = await site.modules.skills.catalogue()
    return data<HeldAnswer>({
      looked: {
        source: document.jwt ?? JSON.stringify(document.credential),
        ...{ form, facts: shownFacts(facts), checks, conclusion, factsOnly: !keepsDocument },
        skills: skills.map((skill) => ({ ...skill, label: catalogue.label(skill.concept, language) })),
      },
    })
  },

  async import({ site, actor, form: { source, fields }, language }) {
    const concepts = fields.getAll('skill').map(String)
    const given = { text: source, form: formOf(fields.get('form')), concepts, language }
    try {
      const answer = await readGiven(() => site.modules.credentials.import(actor, given))
      return 'wrong' in answer ? wrong(answer.wrong) : done(language, 'kept')
    } catch (error) {
      if (!isNamed(error, 'Conflict')) throw error
      return data<HeldAnswer>({ refused: (error as { readonly reason?: ImportReason }).reason ?? 'refused' }, { status: 409 })
    }
  },

  async remove({ site, actor, form: { fields }, language }) {
    await site.modules.credentials.remove(actor, String(fields.get('credential')))
    return done(language, 'removed')
  },

  async release({ site, actor, form: { fields }, language }) {
    const text = (name: string): string => String(fields.get(name) ?? '')
    try {
      const given = { credential: text('credential'), organisation: text('organisation'), name: text('name') }
      await site.modules.credentials.release(actor, given)
      return done(language, 'released')
    } catch (error) {
      if (isNamed(error, 'Invalid')) return data<HeldAnswer>({ refused: 'name' }, { status: 400 })
      if (isNamed(error, 'Conflict')) return data<HeldAnswer>({ refused: 'already' }, { status: 409 })
      throw error
    }
  },

  async takeBack({ site, actor, form: { fields }, language }) {
    const of = { credential: String(fields.get('credential')), organisation: String(fields.get('organisation')) }
    await site.modules.credentials.takeBack(actor, of)
    return done(language, 'takenBack')
  },
}

export async function heldAction({ request, context }: ActionFunctionArgs): Promise<Answered> {
  const site = context.get(siteContext)
  const form = await readCredentialForm(request)
  if (form === 'tooLarge') return wrong({ field: 'file', why: 'tooLarge' })
  const act = Object.hasOwn(intents, form.intent) ? intents[form.intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  const language = languageOfPath(pageUrl(request).pathname)
  return act({ site, actor: await actorOf(site, request), form, language })
}

function done(language: Language, what: (typeof doneOf)[number]): Response {
  return redirect(`${pathTo('heldCredentials', language)}?done=${what}`)
}

function wrong(what: CredentialWrong, text = ''): Answered {
  return data<HeldAnswer>({ wrong: what, text }, { status: statusOf(what) })
}
