import { describe, expect, it } from 'vitest'
import { hostAndPort, isPrivateAddress, typedHosts } from '../../../electron/sync/private-address'

describe('private addresses', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2002:c0a8:101::1',
  ])('refuses %s', (ip) => {
    expect(isPrivateAddress(ip)).toBe(true)
  })

  it.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.1.1',
    '93.184.216.34',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
    '2002:101:101::1',
  ])('allows %s', (ip) => {
    expect(isPrivateAddress(ip)).toBe(false)
  })

  it('writes the port of an address out, so that two spellings are one door', () => {
    expect(hostAndPort('http://nas.local/feed')).toBe('nas.local:80')
    expect(hostAndPort('https://NAS.local:443/x')).toBe('nas.local:443')
    expect(hostAndPort('http://2130706433:81/')).toBe('127.0.0.1:81')
    expect(hostAndPort('offprint:starter')).toBeNull()
    expect(hostAndPort('no address')).toBeNull()
  })

  it('takes only typed addresses as doors', () => {
    const feeds = [{ typedUrl: 'http://127.0.0.1:8000/feed' }, { typedUrl: 'offprint:starter' }]
    expect([...typedHosts(feeds)]).toEqual(['127.0.0.1:8000'])
  })
})
