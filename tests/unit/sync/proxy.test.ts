import { describe, expect, it } from 'vitest'
import { proxyFromEnvironment, proxyFromList } from '../../../electron/sync/proxy'

const at = (host: string, port: number, kind = 'http') => ({ kind, host, port, login: null })

describe('the list a system gives', () => {
  it.each([
    ['DIRECT', null],
    ['PROXY proxy.example:3128; DIRECT', at('proxy.example', 3128)],
    ['DIRECT; PROXY proxy.example:3128', null],
    ['HTTPS safe.example:443', at('safe.example', 443, 'https')],
    ['SOCKS5 127.0.0.1:9050', at('127.0.0.1', 9050, 'socks5')],
    ['SOCKS4 old.example:1080; PROXY new.example:80', at('new.example', 80)],
    ['PROXY [2001:db8::1]:8080', at('2001:db8::1', 8080)],
    ['', null],
    ['nonsense', null],
  ])('%s', (list, proxy) => {
    expect(proxyFromList(list)).toEqual(proxy)
  })
})

describe('the environment', () => {
  const find = (address: string, environment: Record<string, string>) =>
    proxyFromEnvironment(address, environment)

  it('names one proxy for each scheme, in either case, or one for all', () => {
    const environment = { http_proxy: 'http://plain:3128', HTTPS_PROXY: 'safe:8080/' }
    expect(find('http://example.org/', environment)).toEqual(at('plain', 3128))
    expect(find('https://example.org/', environment)).toEqual(at('safe', 8080))
    expect(find('https://example.org/', { all_proxy: 'socks5h://127.0.0.1' })).toEqual(
      at('127.0.0.1', 1080, 'socks5'),
    )
    expect(find('https://example.org/', {})).toBeNull()
  })

  it('carries a name and password, undone of its per cent signs', () => {
    expect(find('http://example.org/', { http_proxy: 'http://ann:p%40ss%3A@proxy:3128' })?.login).toEqual({
      user: 'ann',
      password: 'p@ss:',
    })
  })

  it.each([
    ['*', 'http://example.org/'],
    ['example.org', 'http://example.org/feed'],
    ['example.org', 'http://news.example.org/'],
    ['.example.org', 'http://news.example.org/'],
    ['one.test, *.example.org', 'http://news.example.org/'],
    ['example.org:8080', 'http://example.org:8080/'],
    ['192.0.2.7', 'http://192.0.2.7/'],
  ])('leaves out what no_proxy names: %s for %s', (except, address) => {
    expect(find(address, { http_proxy: 'http://proxy:3128', no_proxy: except })).toBeNull()
  })

  it.each([
    ['example.org', 'http://badexample.org/'],
    ['example.org:8080', 'http://example.org/'],
  ])('leaves nothing else out: %s for %s', (except, address) => {
    expect(find(address, { http_proxy: 'http://proxy:3128', no_proxy: except })).not.toBeNull()
  })

  it.each(['http://localhost/', 'http://127.0.0.1:8000/', 'http://[::1]/', 'http://app.localhost/'])(
    'never asks this machine through a proxy: %s',
    (address) => {
      expect(find(address, { all_proxy: 'http://proxy:3128' })).toBeNull()
    },
  )
})
