/** The start-up order of the app and nothing else: one of a hidden command, a second start that hands over, or the window. */
import { existsSync } from 'node:fs'
import { app, Menu } from 'electron'
import { readPointer } from './engine/library-pointer'
import { appPlaces, type AppPlaces } from './shell/app-places'
import { registerSchemes } from './shell/app-protocol'
import { readLaunch } from './shell/command-line'
import { endStart, ownFolder } from './shell/end-start'
import { hadGraphicsTrouble } from './shell/graphics-trouble'
import { portableFolder } from './shell/portable-folder'
import { runHiddenCommand } from './shell/run-hidden-command'
import { REMEDY, whyNotWritable } from './shell/require-writable'
import { closeNetworkStack } from './shell/session-policy'
import { startApp } from './shell/start-app'

declare const __OFFPRINT_VERSION__: string

const launch = readLaunch(process.argv.slice(process.defaultApp ? 2 : 1), process.cwd())
const place = { executable: process.execPath, platform: process.platform, appImage: process.env['APPIMAGE'] }
const portable = app.commandLine.hasSwitch('user-data-dir') ? null : portableFolder(place, existsSync)
const userData = portable ?? ownFolder()
const quiet = process.env['OFFPRINT_SUMMARY_FILE'] !== undefined

if (userData === null) endStart(`Offprint has no folder for its own data. ${REMEDY}`, quiet)
else start(userData)

function start(dataFolder: string): void {
  const places = appPlaces({
    bundle: __dirname,
    userData: dataFolder,
    // A moved library has a path of this machine; what is portable lies beside the program.
    moved: portable === null ? readPointer(dataFolder) : null,
    libraryFolder: launch.libraryFolder,
    userDataGiven: app.commandLine.hasSwitch('user-data-dir'),
  })
  if (launch.command) runCommand(launch.command, places)
  else openApp(places)
}

function runCommand(args: readonly string[], places: AppPlaces): void {
  runHiddenCommand(args, {
    bundle: places.bundle,
    defaultLibrary: places.libraryFolder,
    version: __OFFPRINT_VERSION__,
  })
}

function openApp(places: AppPlaces): void {
  // Chromium refuses root in its sandbox; who starts it so has said --no-sandbox, which enableSandbox would undo.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  if (launch.safeMode || hadGraphicsTrouble(places.userData, __OFFPRINT_VERSION__))
    app.disableHardwareAcceleration()
  closeNetworkStack()
  registerSchemes()
  // Or Electron makes a menu of its own when it is ready, before ours.
  Menu.setApplicationMenu(null)
  const problem = whyNotWritable(places.userData)
  if (problem !== null) {
    endStart(problem, quiet)
    return
  }
  app.setPath('userData', places.userData)
  // The first start gets our arguments and shows them; this one has nothing left to do.
  if (!app.requestSingleInstanceLock([...launch.open])) {
    app.exit(0)
    return
  }
  void startApp({
    places: portable === null ? places : { ...places, pointerFolder: null },
    launch,
    version: __OFFPRINT_VERSION__,
    summaryFile: process.env['OFFPRINT_SUMMARY_FILE'] ?? null,
  })
}
