/** What may leave for the browser. */
import { expect, it } from 'vitest'
import { externalAddress } from '../../../electron/shell/external-address'

it('lets web and mail addresses pass, serialised anew', () => {
  expect(externalAddress('HTTPS://Example.org/a b?q="x"')).toBe('https://example.org/a%20b?q=%22x%22')
  expect(externalAddress('mailto:ann@example.org')).toBe('mailto:ann@example.org')
})

it('refuses every other scheme', () => {
  for (const address of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://host/share',
    'ms-msdt:/id',
    'vscode://x',
    'app://offprint/index.html',
    'offprint:add?url=x',
    '//example.org',
    'example.org',
    '--help',
    '',
  ]) {
    expect(externalAddress(address), address).toBeNull()
  }
})

it('refuses credentials, which a browser would show as the host', () => {
  expect(externalAddress('https://bank.example@evil.example/')).toBeNull()
})

it('refuses what is longer than a desktop can pass on', () => {
  expect(externalAddress(`https://example.org/${'x'.repeat(9_000)}`)).toBeNull()
})
