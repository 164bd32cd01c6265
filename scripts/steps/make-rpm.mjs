// Makes the .rpm of what is in the .deb, with rpmbuild alone: electron-builder's own rpm target wants a tool from GitHub. What
// was made is read back, and refused when something of it is missing.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

import { appVersion } from './package-app.mjs'
import { projectPath } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { StepError } from './terminal.mjs'

const TIMEOUT_MS = 15 * 60_000

/** By what they bring, so that Fedora, openSUSE and others find them under their own names. */
const requires = [
  'libgtk-3.so.0()(64bit)',
  'libnss3.so()(64bit)',
  'libgbm.so.1()(64bit)',
  'libasound.so.2()(64bit)',
  'libatspi.so.0()(64bit)',
  'libcups.so.2()(64bit)',
  'libXcomposite.so.1()(64bit)',
  'libXdamage.so.1()(64bit)',
  'libXrandr.so.2()(64bit)',
  'libxkbcommon.so.0()(64bit)',
  'xdg-utils',
]

const SANDBOX = '/usr/lib/offprint/chrome-sandbox'

/** With the letters that `ls` shows; the sandbox works only as root's and setuid. */
const WANTED = [
  `-rwsr-xr-x root ${SANDBOX}`,
  '-rwxr-xr-x root /usr/lib/offprint/offprint',
  '-rwxr-xr-x root /usr/lib/offprint/bin/offprint',
  '-rw-r--r-- root /usr/lib/offprint/resources/app.asar',
  '-rw-r--r-- root /usr/share/applications/offprint.desktop',
  'lrwxrwxrwx root /usr/bin/offprint',
]

/**
 * @param {object} options
 * @param {string} options.deb what it is made of
 * @param {boolean} options.quick packs less tightly, for a package that will never be published
 * @param {string} [options.dest] folder the package goes to, `release` when absent
 * @returns {Promise<string>} the path of the .rpm
 */
export async function makeRpm({ deb, quick, dest = projectPath('release') }) {
  const work = join(dest, `.rpm-${process.pid}`)
  const root = join(work, 'root')
  try {
    await mkdir(root, { recursive: true })
    await runCommand('dpkg-deb', ['-x', deb, root])
    // Of Debian only.
    await rm(join(root, 'usr', 'share', 'lintian'), { recursive: true, force: true })
    const spec = join(work, 'offprint.spec')
    await writeFile(spec, await rpmSpec(root, await appVersion(), quick))
    await runCommand(
      'rpmbuild',
      ['-bb', '--define', `_topdir ${work}`, '--target', rpmArchitecture(), spec],
      {
        timeoutMs: TIMEOUT_MS,
        failure: 'rpmbuild could not make the package.',
      },
    )
    const made = join(work, 'RPMS', rpmArchitecture())
    const [name] = await readdir(made)
    if (!name) throw new StepError('rpmbuild made no package.')
    await requireWhole(join(made, name))
    for (const old of await readdir(dest)) if (old.endsWith('.rpm')) await rm(join(dest, old))
    await rename(join(made, name), join(dest, name))
    return join(dest, name)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * @param {string} root holds the files as they are to lie on the reader's disk
 * @param {string} version as in package.json
 * @param {boolean} quick
 */
export async function rpmSpec(root, version, quick) {
  const script = (/** @type {string} */ name) => readFile(projectPath('scripts', 'linux', name), 'utf8')
  return `Name: offprint
# What comes before a release is written with ~ in rpm.
Version: ${version.replaceAll('-', '~')}
Release: 1
Summary: Offline news reader
License: MIT
URL: https://offprint.invalid/
AutoReqProv: no
${requires.map((one) => `Requires: ${one}`).join('\n')}

# The program is packed as it was built and proved: nothing of it is stripped, compressed or split off.
%global __os_install_post %{nil}
%global debug_package %{nil}
%global _build_id_links none
%global _binary_payload ${quick ? 'w3' : 'w19'}.zstdio

%description
Offprint syncs your feeds when it starts and keeps whole articles on your own disk: text, pictures, key points, highlights and
related articles, all readable without a network.

%install
cp -a '${root}/.' '%{buildroot}'

%post
${await script('after-install.sh')}
%postun
${await script('after-remove.sh')}
%files
%defattr(-,root,root,-)
/usr/bin/offprint
/usr/lib/offprint
%attr(4755,root,root) ${SANDBOX}
/usr/share/applications/offprint.desktop
/usr/share/doc/offprint
/usr/share/icons/hicolor/*/apps/offprint.*
/usr/share/metainfo/*
`
}

/** @param {string} file throws when the package lacks what the app cannot do without */
async function requireWhole(file) {
  const asked = ['-qp', '--qf', '[%{FILEMODES:perms} %{FILEUSERNAME} %{FILENAMES}\\n]', file]
  const { stdout } = await runCommand('rpm', asked)
  const faults = faultsOfRpm(stdout)
  if (faults.length === 0) return
  throw new StepError(`${basename(file)} is not whole: ${faults.join('; ')}.`, {
    remedy: 'see scripts/steps/make-rpm.mjs.',
  })
}

/**
 * @param {string} listing a line a file: mode, owner, path
 * @returns {string[]} what is missing, or owned or locked otherwise than it must be
 */
export function faultsOfRpm(listing) {
  const lines = new Set(listing.split('\n'))
  const missing = WANTED.filter((line) => !lines.has(line)).map((line) => `no ${line}`)
  const strange = [...lines].filter((line) => line !== '' && !/^\S+ root \/usr\//.test(line))
  return [...missing, ...strange.map((line) => `${line} is not root's or not under /usr`)]
}

function rpmArchitecture() {
  const names = /** @type {Record<string, string>} */ ({ x64: 'x86_64', arm64: 'aarch64' })
  const name = names[process.arch]
  if (name) return name
  throw new StepError(`There is no rpm for ${process.arch}.`, { remedy: 'build on x64 or arm64.' })
}
