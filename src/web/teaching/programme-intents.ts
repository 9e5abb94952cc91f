import { redirect } from 'react-router'
import type { DeskProgramme, ProgrammeChange } from '../../modules/programme-desk/index.ts'
import { pathTo } from '../paths.ts'
import { courseText } from './new-intents.ts'
import { readFacts, readSkills, readTexts } from './read-fields.ts'
import { asChange, withOffering } from './read-offering.ts'
import { backTo, type TeachingAsked, teachingAction, textIn } from './teaching-action.ts'

const at = ({ organisation, programme }: TeachingAsked) => ({ organisation, programme })
const load = (asked: TeachingAsked): Promise<DeskProgramme> =>
  asked.site.modules.programmeDesk.get(asked.actor, at(asked), 'programme.write')

/** The version that the page was made from; a button without one acts on what is there. */
function seenIn(form: FormData): number | undefined {
  const version = Number(textIn(form, 'version'))
  return Number.isInteger(version) && version > 0 ? version : undefined
}

async function save(asked: TeachingAsked, change: ProgrammeChange, place: string, seen = seenIn(asked.form)): Promise<Response> {
  await asked.site.modules.programmeDesk.change(asked.actor, at(asked), change, seen)
  return backTo('teachingProgramme', asked, 'saved', { place })
}

type List = 'outcomes' | 'prerequisites'
const listIn = (form: FormData): List => (textIn(form, 'list') === 'prerequisites' ? 'prerequisites' : 'outcomes')
const plain = (list: DeskProgramme['content']['outcomes']) =>
  list.map(({ skill, level, isConfirmed }) => ({ skill, level, isConfirmed }))

/** A yes or a no to a skill that was read. */
async function judge(asked: TeachingAsked, isRight: boolean): Promise<Response> {
  const list = listIn(asked.form)
  const asksFor = textIn(asked.form, 'skill')
  const { content, version } = await load(asked)
  const skills = plain(content[list]).flatMap((one) =>
    one.skill !== asksFor ? [one] : isRight ? [{ ...one, isConfirmed: true }] : [],
  )
  return save(asked, { [list]: skills }, list, version)
}

/** What each button of the page of a programme does. */
export const intents = {
  async publish(asked) {
    await asked.site.modules.programmeDesk.publish(asked.actor, at(asked))
    return backTo('teachingProgramme', asked, 'published')
  },
  async withdraw(asked) {
    await asked.site.modules.programmeDesk.withdraw(asked.actor, at(asked))
    return backTo('teachingProgramme', asked, 'withdrawn')
  },
  async duplicate(asked) {
    const copy = await asked.site.modules.programmeDesk.duplicate(asked.actor, at(asked))
    return backTo('teachingProgramme', asked, 'duplicated', { to: copy })
  },
  async remove(asked) {
    await asked.site.modules.programmeDesk.remove(asked.actor, at(asked))
    return backTo('teaching', asked, 'removed')
  },
  texts: async (asked) => save(asked, readTexts(asked.form), 'texts'),
  facts: async (asked) => save(asked, readFacts(asked.form, (await load(asked)).content), 'facts'),
  async skills(asked) {
    const list = listIn(asked.form)
    const { content } = await load(asked)
    return save(asked, { [list]: readSkills(asked.form, content[list]) }, list)
  },
  confirm: (asked) => judge(asked, true),
  reject: (asked) => judge(asked, false),
  /** By its id, or by a name: when that is of one skill exactly it is added, else the page asks which is meant. */
  async addSkill(asked) {
    const { site, form, language } = asked
    const list = listIn(form)
    const { content, version } = await load(asked)
    const name = textIn(form, 'name').trim().slice(0, 100)
    const catalogue = await site.modules.skills.catalogue()
    const found = name === '' ? [] : catalogue.search(name, { language, type: 'skill', limit: 1 })
    const skill = textIn(form, 'skill') || found.find(({ how }) => how === 'exact')?.concept.id
    if (!skill) {
      const path = pathTo('teachingProgramme', language, at(asked))
      return redirect(`${path}?${new URLSearchParams({ [list]: name })}#${list}`)
    }
    const others = plain(content[list]).filter((one) => one.skill !== skill)
    return save(asked, { [list]: [...others, { skill, level: 2, isConfirmed: true }] }, list, version)
  },
  async readText(asked) {
    const { site, actor, form } = asked
    const added = await site.modules.programmeDesk.readText(actor, at(asked), { text: await courseText(form) })
    return backTo('teachingProgramme', asked, added > 0 ? 'textRead' : 'nothingRead', { place: 'outcomes' })
  },
  async offering(asked) {
    const { content } = await load(asked)
    return save(asked, { offerings: withOffering(asked.form, content.offerings) }, 'offerings')
  },
  async dropOffering(asked) {
    const { content } = await load(asked)
    const id = textIn(asked.form, 'offering')
    return save(asked, { offerings: content.offerings.filter((one) => one.id !== id).map(asChange) }, 'offerings')
  },
} satisfies Parameters<typeof teachingAction>[0]

export const teachingProgrammeAction = teachingAction(intents)
