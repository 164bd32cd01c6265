/** Which copies of the program Offprint replaces by itself, and which it leaves to others. */
import { expect, it } from 'vitest'
import { updaterKind, type RunningCopy } from '../../../electron/shell/update-kind'

const APPIMAGE: RunningCopy = {
  platform: 'linux',
  executable: '/tmp/.mount_Offpri/offprint',
  appImage: '/home/reader/Offprint.AppImage',
  network: 'on',
  releases: { address: 'https://offprint.example/', publicKey: 'key' },
  exists: () => false,
}

it('replaces an AppImage, an installed Windows program and a macOS app', () => {
  expect(updaterKind(APPIMAGE)).toBe('appimage')
  expect(updaterKind({ ...APPIMAGE, platform: 'darwin', appImage: undefined })).toBe('mac')
  const asked: string[] = []
  const windows: RunningCopy = {
    ...APPIMAGE,
    platform: 'win32',
    appImage: undefined,
    executable: 'C:\\Users\\reader\\Offprint\\offprint.exe',
    exists: (path) => asked.push(path) > 0,
  }
  expect(updaterKind(windows)).toBe('nsis')
  expect(asked).toEqual(['C:\\Users\\reader\\Offprint\\Uninstall Offprint.exe'])
  expect(updaterKind({ ...windows, exists: () => false })).toEqual({ why: 'folder' })
})

it('leaves a package of the system to the system, and an unpacked folder to the reader', () => {
  const unpacked = { ...APPIMAGE, appImage: undefined }
  expect(updaterKind({ ...unpacked, executable: '/usr/lib/offprint/offprint' })).toEqual({ why: 'system' })
  expect(updaterKind({ ...unpacked, executable: '/opt/Offprint/offprint' })).toEqual({ why: 'system' })
  expect(updaterKind({ ...unpacked, executable: '/home/reader/offprint/offprint' })).toEqual({
    why: 'folder',
  })
})

it('looks for nothing when it was built without an address, or with the network off', () => {
  expect(updaterKind({ ...APPIMAGE, releases: null })).toEqual({ why: 'build' })
  expect(updaterKind({ ...APPIMAGE, network: 'off' })).toEqual({ why: 'network' })
})
