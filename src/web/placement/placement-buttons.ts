import type { AgreementCheck } from '../../modules/placements/index.ts'
import { centsOf, FormWrong, minutesOf, numberOf, type PlacementAnswer, placementAction, toPage } from './placement-action.ts'

const idOf = ({ params }: { readonly params: Readonly<Record<string, string | undefined>> }): string => params.placement ?? ''

/** Of the page of one placement. */
export const onePlacementAction = placementAction({
  async hours(asked) {
    const { site, actor, text } = asked
    await site.modules.placements.noteWeek(actor, idOf(asked), {
      ...{ week: text('week'), practice: numberOf(text('practice')), school: numberOf(text('school')) },
    })
    return toPage('placement', asked, 'noted')
  },
  async confirm(asked) {
    await asked.site.modules.placements.confirmWeeks(asked.actor, idOf(asked), asked.texts('week'))
    return toPage('placement', asked, 'confirmed')
  },
  async way(asked) {
    await asked.site.modules.placements.setWay(asked.actor, asked.text('way') === 'page' ? 'page' : 'mail')
    return toPage('placement', asked, 'way')
  },
})

/** Of the page with a text to read and sign. */
export const agreementAction = placementAction({
  async sign(asked) {
    const { site, actor, text, params } = asked
    // Who may not sign is told so first.
    await site.modules.placements.get(actor, idOf(asked))
    if (text('read') !== 'yes') throw new FormWrong('read')
    const signing = { agreement: params.agreement ?? '', hash: text('hash'), role: text('role') }
    await site.modules.placements.sign(actor, idOf(asked), signing)
    return toPage('placement', asked, 'signed')
  },
  async check(asked) {
    const { site, actor, text, params } = asked
    const answer = await site.modules.placements.checkAgreement(actor, idOf(asked), {
      ...{ agreement: params.agreement ?? '', text: text('text') },
    })
    return { intent: 'check', answer } satisfies PlacementAnswer<AgreementCheck>
  },
  async withdraw(asked) {
    await asked.site.modules.placements.withdraw(asked.actor, idOf(asked))
    return toPage('placement', asked, 'withdrawn')
  },
})

/** Of the page on which it is changed, paused and stopped. */
export const changeAction = placementAction({
  async draft(asked) {
    const { site, actor, text } = asked
    const crebo = text('crebo').trim()
    await site.modules.placements.changeDraft(actor, idOf(asked), {
      ...{ from: text('from').trim(), until: text('until').trim(), hoursPerWeek: numberOf(text('hoursPerWeek')) },
      ...{ wageCents: centsOf(text('wage')), crebo: crebo === '' ? undefined : crebo },
      supporter: text('supporter') === '' ? undefined : text('supporter'),
      ...{ supervisorMinutes: minutesOf(text('supervisorHours')), coachMinutes: minutesOf(text('coachHours')) },
    })
    return toPage('placementChange', asked, 'saved')
  },
  async offer(asked) {
    await asked.site.modules.placements.offer(asked.actor, idOf(asked))
    return toPage('placement', asked, 'offered')
  },
  async people(asked) {
    const { site, actor, text } = asked
    const [supervisor, coach] = [text('supervisor'), text('coach')]
    await site.modules.placements.setPeople(actor, idOf(asked), {
      ...(supervisor === '' ? {} : { supervisor }),
      ...(coach === '' ? {} : { coach }),
    })
    return toPage('placementChange', asked, 'saved')
  },
  async addendum(asked) {
    const { site, actor, text } = asked
    const [until, hours, wageCents] = [text('until').trim(), text('hoursPerWeek').trim(), centsOf(text('wage'))]
    const [supervisorMinutes, coachMinutes] = [minutesOf(text('supervisorHours')), minutesOf(text('coachHours'))]
    await site.modules.placements.addAddendum(actor, idOf(asked), {
      ...(until === '' ? {} : { until }),
      ...(hours === '' ? {} : { hoursPerWeek: numberOf(hours) }),
      ...(wageCents === undefined ? {} : { wageCents }),
      ...(supervisorMinutes === undefined ? {} : { supervisorMinutes }),
      ...(coachMinutes === undefined ? {} : { coachMinutes }),
    })
    return toPage('placement', asked, 'addendum')
  },
  async interrupt(asked) {
    const { site, actor, text } = asked
    const pause = { from: text('from').trim(), until: text('until').trim(), reason: text('reason') }
    await site.modules.placements.interrupt(actor, idOf(asked), pause)
    return toPage('placement', asked, 'paused')
  },
  async resume(asked) {
    await asked.site.modules.placements.resume(asked.actor, idOf(asked))
    return toPage('placement', asked, 'resumed')
  },
  async end(asked) {
    const { site, actor, text } = asked
    await site.modules.placements.end(actor, idOf(asked), { reason: text('reason'), text: text('text') })
    return toPage('placement', asked, 'ended')
  },
  async leave(asked) {
    const { site, actor, text } = asked
    await site.modules.placements.takeLeave(actor, idOf(asked), { from: text('from').trim(), until: text('until').trim() })
    return toPage('placementChange', asked, 'leave')
  },
  async leaveBack(asked) {
    await asked.site.modules.placements.takeLeaveBack(asked.actor, idOf(asked), asked.text('leave'))
    return toPage('placementChange', asked, 'leaveBack')
  },
})

/** Of the register of a school. */
export const schoolAction = placementAction({
  async addBreak(asked) {
    const { site, actor, text, params } = asked
    const days = { from: text('from').trim(), until: text('until').trim(), title: text('title') }
    await site.modules.placements.noteBreak(actor, params.organisation ?? '', days)
    return toPage('placementSchool', asked, 'saved')
  },
  async removeBreak(asked) {
    await asked.site.modules.placements.forgetBreak(asked.actor, asked.params.organisation ?? '', asked.text('break'))
    return toPage('placementSchool', asked, 'saved')
  },
  async addRecognition(asked) {
    const { site, actor, text, params } = asked
    await site.modules.placements.noteRecognition(actor, params.organisation ?? '', {
      ...{ organisation: text('employer'), crebo: text('crebo').trim(), from: text('from').trim(), until: text('until').trim() },
      ...{ checkedOn: text('checkedOn').trim(), source: text('source') },
    })
    return toPage('placementSchool', asked, 'saved')
  },
  async removeRecognition(asked) {
    await asked.site.modules.placements.forgetRecognition(asked.actor, asked.params.organisation ?? '', asked.text('recognition'))
    return toPage('placementSchool', asked, 'saved')
  },
})
