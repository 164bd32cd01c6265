/** Words of the languages whose patterns ship with the program, and what is left whole. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patternsFor } from '../../../electron/engine/hyphen-desk'
import { findHyphens } from '../../../electron/hyphenation/find-hyphens'

const FOLDER = join(import.meta.dirname, '../../../assets/hyphenation')

function parted(text: string, language: string): string {
  const patterns = readFileSync(join(FOLDER, `hyph-${language}.tex`), 'utf8')
  const { length, places } = findHyphens({ text, language, patterns })
  expect(length).toBe(text.length)
  return [0, ...places].map((at, nth, all) => text.slice(at, all[nth + 1])).join('-')
}

describe('the words of a text', () => {
  it.each([
    ['de-1996', 'Silbentrennung', 'Silben-tren-nung'],
    ['de-1996', 'Straßenbahnhaltestelle', 'Stra-ßen-bahn-hal-te-stelle'],
    ['en-us', 'photographer', 'photog-ra-pher'],
    ['en-gb', 'photographer', 'photo-grapher'],
    ['fr', 'développement', 'déve-lop-pe-ment'],
    ['es', 'internacionalización', 'inter-na-cio-na-li-za-ción'],
    ['it', 'internazionalizzazione', 'inter-na-zio-na-liz-za-zione'],
    ['nl', 'arbeidsongeschiktheid', 'arbeids-on-ge-schikt-heid'],
    ['pl', 'międzynarodowy', 'między-na-ro-dowy'],
    ['pt', 'desenvolvimento', 'desen-vol-vi-mento'],
    ['da', 'menneskerettigheder', 'menne-ske-ret-tig-he-der'],
    ['fi', 'kansainvälinen', 'kansain-vä-li-nen'],
  ])('are parted in %s: %s', (language, word, expected) => {
    expect(parted(word, language)).toBe(expected)
  })

  it('are parted where they stand in it, whatever their capitals', () => {
    expect(parted('„SILBENTRENNUNG“, 🙂 sagt die Silbentrennung.', 'de-1996')).toBe(
      '„SILBEN-TREN-NUNG“, 🙂 sagt die Silben-tren-nung.',
    )
  })

  it.each([
    'kurz und Zeile',
    'https://silbentrennung.example/silbentrennung',
    'silbentrennung@silbentrennung.example',
    'www.silbentrennung.de',
    'silben_trennung_silbentrennung',
    'Silben\u00adtrennung',
    'Silbentrennung\u0301',
    '',
  ])('are left whole: %j', (text) => {
    expect(parted(text, 'de-1996')).toBe(text)
  })
})

describe('the patterns', () => {
  it('are those of the languages that are known, each with its licence', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.tex'))
    const languages = ['da', 'de', 'en', 'en-GB', 'es', 'fi', 'fr', 'it', 'nl', 'pl', 'pt']
    expect(languages.map((one) => `hyph-${String(patternsFor(one.toLowerCase()))}.tex`).sort()).toEqual(names)
    for (const name of names) expect(readFileSync(join(FOLDER, name), 'utf8'), name).toMatch(/^% licence:/m)
  })

  it('are chosen by the language, not by its country, but for English', () => {
    expect(['de-at', 'en', 'en-us', 'en-au', 'pt-br', 'ja', 'constructor', ''].map(patternsFor)).toEqual([
      'de-1996',
      'en-us',
      'en-us',
      'en-gb',
      'pt',
      null,
      null,
      null,
    ])
  })
})
