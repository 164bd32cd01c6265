import { describe, expect, it } from 'vitest'
import { FeedCredentials, takeLoginApart, type SecretKeeper } from '../../../electron/engine/feed-credentials'

const ann = { user: 'ann', password: 'p:ä ss' }

function keeper(lasting = true): SecretKeeper & { kept: string | null } {
  return {
    kept: null as string | null,
    lasting: () => lasting,
    read() {
      return Promise.resolve(this.kept)
    },
    write(text) {
      this.kept = text
      return Promise.resolve()
    },
  }
}

describe('logins', () => {
  it('are for one origin: scheme, host and port', async () => {
    const credentials = new FeedCredentials(null)
    await credentials.set('https://example.org/private/feed', ann)
    expect(credentials.authorization('https://example.org')).toBe(
      `Basic ${Buffer.from('ann:p:ä ss').toString('base64')}`,
    )
    for (const other of ['http://example.org', 'https://www.example.org', 'https://example.org:8443'])
      expect(credentials.authorization(other)).toBeNull()
  })

  it('outlive a restart where they can be encrypted', async () => {
    const kept = keeper()
    await new FeedCredentials(kept).set('https://example.org/', ann)
    const next = new FeedCredentials(kept)
    await next.load()
    expect(next.facts('https://example.org/feed')).toEqual({
      origin: 'https://example.org',
      user: 'ann',
      lasting: true,
    })
    await next.set('https://example.org/', null)
    expect(kept.kept).toBe('{}')
  })

  it('are never written where they cannot be encrypted, and last for the run', async () => {
    const kept = keeper(false)
    const credentials = new FeedCredentials(kept)
    expect(await credentials.set('https://example.org/', ann)).toMatchObject({ user: 'ann', lasting: false })
    expect(kept.kept).toBeNull()
    expect(credentials.authorization('https://example.org')).not.toBeNull()
  })

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"https://a.example":{"user":1}}',
    '{"file:///":{"user":"a","password":"b"}}',
  ])('that are kept damaged are none: %s', async (text) => {
    const kept = { ...keeper(), kept: text }
    const credentials = new FeedCredentials(kept)
    await credentials.load()
    expect(credentials.facts('https://a.example/').user).toBeNull()
  })

  it('go to the site that asked for them, and the reader is told which', async () => {
    const credentials = new FeedCredentials(null)
    credentials.noteChallenge('http://example.org/feed', 'https://members.example.net')
    expect(credentials.facts('example.org/feed').origin).toBe('https://members.example.net')
    expect(credentials.facts('example.org/other').origin).toBe('https://example.org')
  })
})

describe('a login inside an address', () => {
  it.each([
    ['https://ann:secret@example.org/feed', 'https://example.org/feed', 'ann', 'secret'],
    ['http://ann@example.org:8080/', 'http://example.org:8080/', 'ann', ''],
    ['feed:https://ann:a%40b@example.org/', 'feed:https://example.org/', 'ann', 'a@b'],
    [
      'https://ann@mail.example:se@cret@example.org/x@y',
      'https://example.org/x@y',
      'ann@mail.example',
      'se@cret',
    ],
    ['https://ann:100%@example.org/', 'https://example.org/', 'ann', '100%'],
  ])('is taken out of %s', (typed, address, user, password) => {
    expect(takeLoginApart(typed)).toEqual({ address, login: { user, password } })
  })

  it.each(['https://example.org/@ann', '@ann@example.org', 'example.org', 'https://example.org/?to=a@b', ''])(
    'is not seen where there is none: %s',
    (typed) => {
      expect(takeLoginApart(typed)).toEqual({ address: typed, login: null })
    },
  )

  it('stays quick on a megabyte of signs', () => {
    for (const bait of ['@', ':@', 'a@', '/'])
      expect(takeLoginApart(`https://${bait.repeat(500_000)}`).login === undefined).toBe(false)
  })
})
