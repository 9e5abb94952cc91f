import { describe, expect, test } from 'vitest'
import { composeMail } from '../compose.ts'
import { composeExamples } from '../examples.ts'
import { templateNames, templateOf, textOf } from './index.ts'

const publicUrl = 'https://schakel.example'
const examples = composeExamples(publicUrl)

/** About what fits on a small screen; a mail program cuts the rest. */
const longestSubject = 70
const mostWordsOfSentence = 22
const mostParagraphs = 8

test('every template has an example in both languages', () => {
  expect(examples).toHaveLength(templateNames.length * 2)
})

describe.each(examples)('$name ($language)', ({ name, language, subject, text, html }) => {
  const said = textOf(name, language, templateOf(name).example)

  test('the subject is short, and is one line', () => {
    expect(subject.length).toBeGreaterThan(5)
    expect(subject.length).toBeLessThanOrEqual(longestSubject)
    expect(subject).not.toMatch(/[\r\n]/)
  })

  test('nothing is left open in text or HTML', () => {
    for (const one of [text, html]) expect(one).not.toMatch(/undefined|null|NaN|\[object|\$\{|\{\{|%s|TODO|Invalid Date/)
  })

  test('text and HTML say the same', () => {
    const plain = html
      .replace(/<[^>]*>/g, '\n')
      .replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
    for (const part of [...said.paragraphs, ...(said.after ?? []), said.why]) {
      expect(text).toContain(part)
      expect(plain).toContain(part)
    }
  })

  test('it says why somebody gets it and who sent it', () => {
    expect(said.why).toMatch(language === 'nl' ? /^Je krijgt deze mail/ : /^You get this mail/)
    expect(text).toContain(`${language === 'nl' ? 'Deze mail komt van Schakel' : 'This mail comes from Schakel'}: ${publicUrl}`)
  })

  test('sentences are short, and there are few', () => {
    const parts = [...said.paragraphs, ...(said.after ?? []), said.why]
    expect(parts.length).toBeLessThanOrEqual(mostParagraphs)
    const sentences = parts.flatMap((part) => part.split(/(?<=[.?!:])\s/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > mostWordsOfSentence)).toEqual([])
  })

  test('links lead to this site only, and nothing is loaded: no picture, style sheet or script', () => {
    const links = [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, link]) => link ?? '')
    expect(
      links.filter(
        (link) => link !== publicUrl && !link.startsWith(`${publicUrl}/${language}/`) && !link.startsWith(`${publicUrl}/nl/`),
      ),
    ).toEqual([])
    expect(html).not.toMatch(/<(?:img|script|link|iframe|form|object|style)\b|url\(/i)
    expect(text.match(/https?:\/\/[^\s]+/g)?.every((link) => link.startsWith(publicUrl))).toBe(true)
  })

  test('the HTML names its language and has one heading', () => {
    expect(html).toContain(`<html lang="${language}">`)
    expect(html.match(/<h1\b/g)).toHaveLength(1)
  })

  test('Dutch is written to somebody one knows, and never in words of the trade', () => {
    if (language === 'nl') expect(text).not.toMatch(/\b(?:u|uw|kandidaat|match|traject)\b/i)
  })
})

test('what a person or organisation wrote is shown as it is, never as HTML', () => {
  const data = { ...(templateOf('organisation-invitation').example as object), organisation: '<b>A & "B"</b>' }
  const composed = composeMail(textOf('organisation-invitation', 'en', data), { language: 'en', publicUrl })
  expect(composed.subject).toContain('<b>A & "B"</b>')
  expect(composed.text).toContain('<b>A & "B"</b>')
  expect(composed.html).not.toContain('<b>')
  expect(composed.html).toContain('&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;')
})

test('data that a template does not know is refused: nothing slips into a mailbox', () => {
  const data = { ...(templateOf('sign-in-link').example as object), account: 'a1' }
  expect(() => textOf('sign-in-link', 'nl', data)).toThrow()
})
