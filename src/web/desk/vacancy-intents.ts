import { redirect } from 'react-router'
import type { DeskVacancy } from '../../modules/vacancy-desk/index.ts'
import { pathTo } from '../paths.ts'
import { backTo, type DeskAsked, deskAction, FormWrong, textOf } from './desk-action.ts'
import { readSkills, readTerms } from './read-terms.ts'

const at = ({ organisation, vacancy }: DeskAsked) => ({ organisation, vacancy })
const load = (asked: DeskAsked): Promise<DeskVacancy> => asked.site.modules.vacancyDesk.get(asked.actor, at(asked))

/** The version that the page was made from; a button without one acts on what is there. */
function seenIn(form: FormData): number | undefined {
  const version = Number(textOf(form, 'version'))
  return Number.isInteger(version) && version > 0 ? version : undefined
}

/** Back to where on the page it was done. */
function backAt(asked: DeskAsked, place: string): Response {
  const { language, organisation, vacancy } = asked
  return redirect(`${pathTo('deskVacancy', language, { organisation, vacancy })}?done=saved#${place}`)
}

/** The text as the check has it: its first line is the title. */
export const wholeText = ({ record: { title, description } }: Pick<DeskVacancy, 'record'>): string => `${title}\n\n${description}`

async function takeText(asked: DeskAsked, one: DeskVacancy, text: string): Promise<Response> {
  const end = text.indexOf('\n')
  const [title, body] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end)]
  if (body.trim() === '') throw new FormWrong('text')
  await asked.site.modules.vacancyDesk.change(asked.actor, at(asked), { title: title.trim(), text: body.trim() }, one.version)
  return backAt(asked, 'text')
}

async function accept(
  asked: DeskAsked,
  chosen?: readonly { readonly key: string; readonly rewrite: number }[],
): Promise<Response> {
  const one = await load(asked)
  const { record, place, reasons } = one
  const text = await asked.site.modules.vacancyChecks.accept(
    { text: wholeText(one), place, employer: record.employer, allowed: reasons, language: asked.language },
    chosen,
  )
  return takeText(asked, one, text)
}

async function keepReason(asked: DeskAsked, reason: string): Promise<Response> {
  const key = textOf(asked.form, 'key')
  await asked.site.modules.vacancyDesk.change(asked.actor, at(asked), { reasons: { [key]: reason.trim().slice(0, 500) } })
  return backAt(asked, 'text')
}

/** What each button of a vacancy does. */
export const intents = {
  async publish(asked) {
    await asked.site.modules.vacancyDesk.publish(asked.actor, at(asked))
    return backTo('deskVacancy', asked, 'published')
  },
  async pause(asked) {
    await asked.site.modules.vacancyDesk.pause(asked.actor, at(asked))
    return backTo('deskVacancy', asked, 'paused')
  },
  async goOn(asked) {
    await asked.site.modules.vacancyDesk.goOn(asked.actor, at(asked))
    return backTo('deskVacancy', asked, 'goneOn')
  },
  async fill(asked) {
    await asked.site.modules.vacancyDesk.fill(asked.actor, at(asked))
    return backTo('deskVacancy', asked, 'filled')
  },
  async close(asked) {
    const { site, actor, form } = asked
    const why = { reason: textOf(form, 'reason'), text: textOf(form, 'note').slice(0, 500) }
    await site.modules.vacancyDesk.close(actor, at(asked), why)
    return backTo('deskVacancy', asked, 'closed')
  },
  async duplicate(asked) {
    const copy = await asked.site.modules.vacancyDesk.duplicate(asked.actor, at(asked))
    return backTo('deskVacancy', asked, 'duplicated', copy)
  },
  async remove(asked) {
    await asked.site.modules.vacancyDesk.remove(asked.actor, at(asked))
    return backTo('desk', asked, 'removed')
  },
  async text(asked) {
    const { site, actor, form } = asked
    const [title, text, place] = [textOf(form, 'title').trim(), textOf(form, 'text').trim(), textOf(form, 'place').trim()]
    if (title === '') throw new FormWrong('title')
    if (text === '') throw new FormWrong('text')
    const change = { title: title.slice(0, 200), text, place: place === '' ? null : place.slice(0, 80) }
    await site.modules.vacancyDesk.change(actor, at(asked), change, seenIn(form))
    return backAt(asked, 'text')
  },
  async terms(asked) {
    const change = readTerms(asked.form, (await load(asked)).record)
    await asked.site.modules.vacancyDesk.change(asked.actor, at(asked), change, seenIn(asked.form))
    return backAt(asked, 'terms')
  },
  async skills(asked) {
    const requirements = readSkills(asked.form)
    await asked.site.modules.vacancyDesk.change(asked.actor, at(asked), { requirements }, seenIn(asked.form))
    return backAt(asked, 'skills')
  },
  /** By its id, or by a name: when that is of one skill exactly it is added, else the page asks which is meant. */
  async addSkill(asked) {
    const { site, form, language, organisation, vacancy } = asked
    const name = textOf(form, 'name').trim().slice(0, 100)
    const catalogue = await site.modules.skills.catalogue()
    const found = name === '' ? [] : catalogue.search(name, { language, type: 'skill', limit: 1 })
    const skill = textOf(form, 'skill') || found.find(({ how }) => how === 'exact')?.concept.id
    if (!skill) {
      const path = pathTo('deskVacancy', language, { organisation, vacancy })
      return redirect(`${path}?${new URLSearchParams({ skill: name })}#skills`)
    }
    const { record, version } = await load(asked)
    const others = record.requirements.filter((one) => one.skill !== skill).map(({ words: _words, ...one }) => ({ ...one }))
    const requirements = [...others, { skill, weight: 'important' as const }]
    await site.modules.vacancyDesk.change(asked.actor, at(asked), { requirements }, version)
    return backAt(asked, 'skills')
  },
  async readAgain(asked) {
    await asked.site.modules.vacancyDesk.change(asked.actor, at(asked), { readAgain: true }, seenIn(asked.form))
    return backAt(asked, 'terms')
  },
  // The buttons beside the text, as on the page of the vacancy check.
  accept: (asked) => accept(asked, [{ key: textOf(asked.form, 'key'), rewrite: Number(textOf(asked.form, 'rewrite')) || 0 }]),
  acceptAll: (asked) => accept(asked),
  allow: (asked) => keepReason(asked, textOf(asked.form, 'reason')),
  change: (asked) => keepReason(asked, ''),
} satisfies Parameters<typeof deskAction>[0]

export const deskVacancyAction = deskAction(intents)
