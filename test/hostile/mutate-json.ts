/** Spoils a value that was right, in one place: another type, too much, too little, a text that does harm, a key that should not be there. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyText } from './nasty-texts.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const otherTypes: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, -1e308, 9_007_199_254_740_992, '', ' ', 'text', '0'],
  ...[[], {}, [[]], [null], [{}], { a: { b: {} } }],
]

const poisonedKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  ' ',
  '\0',
  '$ref',
  '@id',
  'length',
  'then',
  '\ud800',
]

/** The value with `count` places spoiled. The given one stays as it is. */
export function spoil(dice: Dice, value: Json, count: number): Json {
  let next = structuredClone(value)
  for (let time = 0; time < count; time++) next = spoilOnce(dice, next)
  return next
}

function spoilOnce(dice: Dice, value: Json): Json {
  const places = placesIn(value, [])
  const path = dice.pick(places)
  return replaced(value, path, (old) => dice.pick(spoilers)(dice, old))
}

const spoilers: readonly ((dice: Dice, old: Json) => Json)[] = [
  (dice) => dice.pick(otherTypes),
  (dice) => nastyText(dice),
  (dice) => nastyText(dice),
  (dice, old) => (typeof old === 'string' ? old + nastyText(dice) : nastyText(dice)),
  (dice) => 'x'.repeat(dice.pick([301, 5_000, 60_000])),
  (_dice, old) => [old, old, old],
  (dice, old) => Array<Json>(dice.pick([51, 101, 2_000])).fill(old === null ? '' : smallOf(old)),
  (_dice, old) => ({ value: old }),
  (dice, old) => withKey(dice, old, dice.pick(poisonedKeys), dice.pick(otherTypes)),
  (dice, old) => withKey(dice, old, nastyText(dice), nastyText(dice)),
  (dice) => manyKeys(dice.pick([100, 3_000])),
  (dice) => nested(dice.pick([70, 500]), dice.chance(0.5)),
]

/** Copies of something big would make a body of gigabytes. */
function smallOf(value: Json): Json {
  return JSON.stringify(value).length > 200 ? 'x' : value
}

function withKey(_dice: Dice, old: Json, key: string, value: Json): Json {
  const copy = Object.fromEntries(old !== null && typeof old === 'object' && !Array.isArray(old) ? Object.entries(old) : [])
  // Defined, not set: a plain assignment of `__proto__` would not make a key.
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

function manyKeys(count: number): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`key${at}`, at]))
}

export function nested(depth: number, inObjects: boolean): Json {
  let value: Json = 'deep'
  for (let level = 0; level < depth; level++) value = inObjects ? { a: value } : [value]
  return value
}

type Path = readonly (string | number)[]

function placesIn(value: Json, path: Path): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  // A list of many alike is one place and its first few items.
  const inside = Array.isArray(value) ? [...value.slice(0, 3).entries()] : Object.entries(value).slice(0, 60)
  if (path.length > 8) return [path]
  return [path, ...inside.flatMap(([key, one]) => placesIn(one, [...path, key]))]
}

function replaced(value: Json, path: Path, by: (old: Json) => Json): Json {
  const [key, ...rest] = path
  if (key === undefined) return by(value)
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? replaced(one, rest, by) : one))
  const entries = Object.entries(value as { [key: string]: Json })
  return Object.fromEntries(entries.map(([name, one]) => [name, name === key ? replaced(one, rest, by) : one]))
}
