import { describe, expect, it } from 'vitest'
import { createAppStore } from '../../../renderer/store/app-store'
import { followLanguage } from '../../../renderer/app/follow-language'
import { de } from '../../../renderer/text/de'
import { en } from '../../../renderer/text/en'
import { askedLanguage, chooseLanguage } from '../../../renderer/text/language'
import { missingWords, translated } from '../../../renderer/text/translation'
import { NOW } from './fake-articles'
import { FakeBridge } from './fake-bridge'

describe('the German words', () => {
  it('are complete', () => {
    expect(missingWords(en, de)).toEqual([])
  })

  it('name nothing that English does not', () => {
    expect(missingWords(de, en)).toEqual([])
  })

  it('leave no empty word', () => {
    expect(JSON.stringify(de)).not.toContain('""')
  })
})

describe('a translation', () => {
  it('shows English where a word is missing, and says which', () => {
    const part = { actions: { undo: 'Rückgängig' } }
    const words = translated(en, part)
    expect(words.actions.undo).toBe('Rückgängig')
    expect(words.actions.close).toBe('Close')
    expect(missingWords(en, part)).toContain('actions.close')
    expect(missingWords(en, part)).not.toContain('actions.undo')
  })
})

describe('the language', () => {
  it('is the one asked for, else the first of the computer’s that there is, else English', () => {
    expect(chooseLanguage('de', ['en-GB'])).toBe('de')
    expect(chooseLanguage(null, ['fr-FR', 'de-AT', 'en'])).toBe('de')
    expect(chooseLanguage('fr', ['ja'])).toBe('en')
  })
})

describe('choosing another language', () => {
  const page = (search: string, dataset: Record<string, string> = {}) => {
    const store = createAppStore(new FakeBridge(), () => NOW)
    const location = { search }
    followLanguage(store, { location, documentElement: { dataset } })
    const choose = (language: 'system' | 'en' | 'de') => {
      store.setState({ settings: { ...store.getState().settings, language } })
    }
    return { store, location, choose }
  }

  it('loads the window in it, and back', () => {
    const first = page('')
    first.store.setState({ loaded: true })
    expect(first.location.search).toBe('')
    first.choose('de')
    expect(first.location.search).toBe('?language=de')
    const second = page('?language=de')
    second.choose('de')
    second.store.setState({ loaded: true })
    expect(second.location.search).toBe('?language=de')
    second.choose('system')
    expect(second.location.search).toBe('?language=system')
  })

  it('is not needed where the start knew it', () => {
    const { store, choose, location } = page('', { language: 'de' })
    choose('de')
    store.setState({ loaded: true })
    expect(location.search).toBe('')
    choose('system')
    expect(location.search).toBe('?language=system')
    const documentElement = { dataset: { language: 'de' } }
    expect(askedLanguage({ location, documentElement })).toBe('system')
  })

  it('waits until the settings are read', () => {
    const { choose, location } = page('')
    choose('de')
    expect(location.search).toBe('')
  })
})
