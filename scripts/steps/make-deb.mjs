// Makes the .deb from release/linux-unpacked. electron-builder's own deb target wants a tool from GitHub; this needs
// only dpkg and fakeroot, and its result is the one that `npm run test:installed` proves.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
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
  'x-scheme-handler/offprint',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'text/x-opml',
  'text/x-opml+xml',
]

/** As AppStream wants it: the component's id. */
export const METAINFO_NAME = 'invalid.offprint.Offprint.metainfo.xml'

/**
 * @param {object} options
 * @param {boolean} options.quick packs less tightly, for a package that will never be published
 * @param {string} [options.version] another version than package.json's, for a package to upgrade from
 * @param {string} [options.dest] folder the package goes to, `release` when absent
 * @returns {Promise<string>} the path of the .deb
 */
export async function makeDeb({ quick, version, dest = projectPath('release') }) {
  await mkdir(dest, { recursive: true })
  for (const name of await readdir(dest)) if (name.endsWith('.deb')) await rm(join(dest, name))
  // dpkg-deb's own variable; its default level of zstd is as slow as xz.
  if (quick) process.env.DPKG_DEB_COMPRESSOR_LEVEL = '3'
  const { default: makePackage } = await import('electron-installer-debian')
  const installer = withMetainfo(makePackage.Installer, {
    src: projectPath('release', 'linux-unpacked'),
    dest,
    ...(version ? { version } : {}),
    rename: debName,
    logger: () => undefined,
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
  await installer.generateDefaults()
  await installer.generateOptions()
  await installer.createStagingDir()
  await installer.createContents()
  await installer.createPackage()
  await installer.movePackage()
  const [path] = installer.options.packagePaths
  if (path) return path
  throw new StepError('The .deb was made but not found in release/.', {
    remedy: 'empty release/ and run it again.',
  })
}

/** @param {string} folder */
function debName(folder) {
  return join(folder, '<%= name %>_<%= version %>_<%= arch %>.deb')
}

/**
 * The installer with one more step: the description that software centres show.
 *
 * @param {any} Installer
 * @param {object} options
 */
function withMetainfo(Installer, options) {
  class WithMetainfo extends Installer {
    get contentFunctions() {
      return [...super.contentFunctions, 'createMetainfo']
    }

    async createMetainfo() {
      const folder = join(this.stagingDir, 'usr', 'share', 'metainfo')
      await mkdir(folder, { recursive: true })
      const text = await readFile(projectPath('scripts', 'linux', 'offprint.metainfo.xml'), 'utf8')
      await writeFile(join(folder, METAINFO_NAME), filledMetainfo(text, this.options.version, new Date()))
    }
  }
  return new WithMetainfo(options)
}

/**
 * @param {string} text
 * @param {string} version
 * @param {Date} day
 */
export function filledMetainfo(text, version, day) {
  return text.replace('@VERSION@', version).replace('@DATE@', day.toISOString().slice(0, 10))
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
