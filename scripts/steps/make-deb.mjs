// Makes the .deb from release/linux-unpacked. electron-builder's own deb target wants a tool from GitHub; this needs
// only dpkg and fakeroot, and its result is the one that `npm run test:installed` proves.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

import { projectPath } from './project-paths.mjs'
import { StepError } from './terminal.mjs'

/** Beside what electron-installer-debian names itself. Alternatives cover the renamed packages of Debian 13. */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libcups2t64 | libcups2',
  'libx11-6',
  'libxcomposite1',
  'libxdamage1',
  'libxkbcommon0',
  'libxrandr2',
]

/** What a click on such an address or file may open. */
export const mimeTypes = [
  'x-scheme-handler/feed',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'text/x-opml',
  'text/x-opml+xml',
]

/**
 * @param {{ quick: boolean }} options quick packs less tightly, for a package that will never be published
 * @returns {Promise<string>} the path of the .deb
 */
export async function makeDeb({ quick }) {
  for (const name of await readdir(projectPath('release'))) {
    if (name.endsWith('.deb')) await rm(projectPath('release', name))
  }
  // dpkg-deb's own variable; its default level of zstd is as slow as xz.
  if (quick) process.env.DPKG_DEB_COMPRESSOR_LEVEL = '3'
  const { default: installer } = await import('electron-installer-debian')
  const { packagePaths } = await installer({
    src: projectPath('release', 'linux-unpacked'),
    dest: projectPath('release'),
    arch: debianArchitecture(),
    name: 'offprint',
    productName: 'Offprint',
    genericName: 'News Reader',
    productDescription:
      'Offprint syncs your feeds when it starts and keeps whole articles on your own disk: text, pictures, key points, highlights and related articles, all readable without a network.',
    section: 'news',
    bin: 'bin/offprint',
    categories: ['Network', 'News'],
    mimeType: mimeTypes,
    depends,
    icon: await hicolorIcons(),
    desktopTemplate: projectPath('scripts', 'linux', 'offprint.desktop.ejs'),
    scripts: {
      postinst: projectPath('scripts', 'linux', 'after-install.sh'),
      postrm: projectPath('scripts', 'linux', 'after-remove.sh'),
    },
    // xz is read by every dpkg there is, and takes minutes; zstd wants Debian 12 or later.
    compression: quick ? 'zstd' : 'xz',
    lintianOverrides: ['embedded-library', 'setuid-binary'],
  })
  const [path] = packagePaths
  if (path) return path
  throw new StepError('The .deb was made but not found in release/.', {
    remedy: 'empty release/ and run it again.',
  })
}

function debianArchitecture() {
  const names = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64', arm: 'armhf' })
  const name = names[process.arch]
  if (name) return name
  throw new StepError(`Electron has no Linux build for ${process.arch}.`, {
    remedy: 'build on x64 or arm64.',
  })
}

async function hicolorIcons() {
  const dir = projectPath('assets', 'icons')
  const sizes = (await readdir(dir)).filter((name) => /^\d+x\d+\.png$/.test(name) && name !== '1024x1024.png')
  const icons = Object.fromEntries(sizes.map((name) => [name.replace('.png', ''), join(dir, name)]))
  return { ...icons, scalable: join(dir, 'offprint.svg') }
}
